import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { CommandError, UsageError } from '../../../src/command/command.ts';
import { readServeOptions } from '../../../src/command/serve-settings.ts';
import { toFlag, toVariable } from '../../../src/command/settings/names.ts';
import { readSettings } from '../../../src/command/settings/read-settings.ts';
import { settings } from '../../../src/command/settings/schema.ts';
import { settingsAsJson } from '../../../src/command/settings/shown-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-settings-'));
after(() => rmSync(folder, { recursive: true }));

/** A file for `--config` with this in it. */
function fileOf(json: unknown): string {
  const file = join(folder, `${JSON.stringify(json).length}-${Math.random()}.json`);
  writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json));
  return file;
}

const read = async (args: readonly string[], env = {}) => (await readSettings(args, env)).values;

/** Asserts misuse in words. */
async function refuses(args: readonly string[], env: object, message: RegExp): Promise<void> {
  await assert.rejects(
    readServeOptions(['--dev', ...args], { ...env }),
    (error) => error instanceof UsageError && message.test(error.message),
  );
}

describe('a setting', () => {
  it('is what a flag says, else the environment, else the file, else its default', async () => {
    const config = fileOf({ port: 3, host: 'c', grace: '3s' });
    const env = { ROKT_UPSELL_PORT: '2', ROKT_UPSELL_HOST: 'b' };
    const { port, host, grace, maxQueue } = await read(['--port', '1', '--config', config], env);
    assert.deepEqual([port, host, grace, maxQueue], [1, 'b', '3s', 1_000]);
  });

  it('may be a flag that is off again', async () => {
    assert.equal((await read(['--no-dev'], { ROKT_UPSELL_DEV: 'true' })).dev, false);
  });

  it('is a list in each of them, and that of one source counts whole', async () => {
    const config = fileOf({ trustProxy: ['10.0.0.3'] });
    assert.deepEqual((await read(['--config', config])).trustProxy, ['10.0.0.3']);
    const env = { ROKT_UPSELL_TRUST_PROXY: '10.0.0.1, 10.0.0.2', ROKT_UPSELL_CONFIG: config };
    assert.deepEqual((await read([], env)).trustProxy, ['10.0.0.1', '10.0.0.2']);
    const flags = ['--trust-proxy', '10.0.0.4', '--trust-proxy', '10.0.0.5'];
    assert.deepEqual((await read(flags, env)).trustProxy, ['10.0.0.4', '10.0.0.5']);
  });

  it('has one name in all three, whichever it is', async () => {
    for (const [name, { type, default: preset }] of settings) {
      if (type === 'boolean' || type === 'array' || preset === undefined) continue;
      const text = String(preset);
      const given = await readSettings([`--${toFlag(name)}`, text], {});
      assert.deepEqual([given.values[name], given.sourceOf(name)], [preset, `--${toFlag(name)}`]);
      const env = await readSettings([], { [toVariable(name)]: text });
      assert.deepEqual([env.values[name], env.sourceOf(name)], [preset, toVariable(name)]);
      const file = fileOf({ [name]: preset });
      const fromFile = await readSettings(['--config', file], {});
      assert.deepEqual([fromFile.values[name], fromFile.sourceOf(name)], [preset, `${file}: ${name}`]);
    }
  });

  it('is not there where its variable is empty', async () => {
    assert.equal((await read([], { ROKT_UPSELL_PORT: '', ROKT_UPSELL_CONFIG: '' })).port, 4010);
  });
});

describe('a setting that is wrong is named by where it is from', () => {
  for (const [flag, text, name, value, needs] of [
    ['port', '65536', 'port', 65_536, 'a number from 0 to 65535'],
    ['port', '1e3', 'port', '80', 'a number from 0 to 65535'],
    ['max-connections', '0', 'maxConnections', 1.5, 'a whole number from 1'],
    ['rate-limits', 'none', 'rateLimits', false, 'on or off'],
    ['rate-limit-address', '-1', 'rateLimitAddress', null, 'a whole number from 1'],
    ['grace', '2h', 'grace', 10, 'a time up to 1h'],
    ['arrival-limit', '0', 'arrivalLimit', '0s', 'a time up to 1h'],
    ['max-loop-delay', '2s', 'maxLoopDelay', '-1s', 'a time up to 1s, or 0'],
    ['retain-holds', '90 days', 'retainHolds', '-1d', 'a time such as 12h or 90d'],
    ['log-level', 'loud', 'logLevel', 30, 'trace, debug, info'],
    ['trust-proxy', '10.0.0.0/33', 'trustProxy', ['10.0.0.0/8', 'proxy'], 'an address or a network'],
    ['webhook-allow', 'a.example', 'webhookAllow', 'https://a.example', 'an origin such as'],
    ['host', '', 'host', '', 'a text that is not empty'],
  ] as const)
    it(`${flag}: ${text} and ${JSON.stringify(value)}`, async () => {
      await refuses([`--${flag}=${text}`], {}, new RegExp(`^--${flag} needs ${needs}.*, got `));
      const variable = toVariable(name);
      if (text !== '')
        await refuses([], { [variable]: text }, new RegExp(`^${variable} needs ${needs}.*, got `));
      const file = fileOf({ [name]: value });
      await refuses(['--config', file], {}, new RegExp(`^${file}: ${name} needs ${needs}.*, got `));
    });

  it('without the secret that it is', async () => {
    const config = fileOf({ metricsToken: ['hush'] });
    await refuses(
      ['--config', config],
      {},
      /: metricsToken needs a text that is not empty, got another one$/,
    );
    await refuses(['--metrics-token', '***'], {}, /^--metrics-token needs .*, got another one$/);
  });

  it('also where it fits no other setting', async () => {
    const env = { ROKT_UPSELL_HOST: '0.0.0.0' };
    await refuses([], env, /^ROKT_UPSELL_HOST 0\.0\.0\.0 needs --public-url/);
    const network = { ROKT_UPSELL_TRUST_PROXY: '10.0.0.0/8' };
    await refuses([], network, /^ROKT_UPSELL_TRUST_PROXY needs --public-url/);
    await refuses(
      ['--no-dev', '--catalogue', 'c'],
      { ROKT_UPSELL_DEV_TOKEN: 't' },
      /^ROKT_UPSELL_DEV_TOKEN belongs/,
    );
  });
});

describe('a setting that there is not', () => {
  it('is named by where it is from', async () => {
    await refuses(['--prot', '1'], {}, /^Unknown option '--prot'/);
    await refuses([], { ROKT_UPSELL_PROT: '1' }, /^ROKT_UPSELL_PROT is no setting; .*--help/);
    for (const name of ['prot', 'public-url', 'config', 'constructor', '__proto__']) {
      const file = fileOf(`{"${name}": 1}`);
      await refuses(['--config', file], {}, new RegExp(`^${file}: ${name} is no setting`));
    }
  });

  it('is passed over where Kubernetes has set it for a service of our name', async () => {
    const env = {
      ROKT_UPSELL_SERVICE_HOST: '10.0.0.1',
      ROKT_UPSELL_SERVICE_PORT: '4010',
      ROKT_UPSELL_SERVICE_PORT_HTTP: '4010',
      ROKT_UPSELL_PORT: 'tcp://10.0.0.1:4010',
      ROKT_UPSELL_PORT_4010_TCP: 'tcp://10.0.0.1:4010',
      ROKT_UPSELL_PORT_4010_TCP_PROTO: 'tcp',
    };
    assert.equal((await read([], env)).port, 4010);
  });
});

describe('the file of --config', () => {
  it('is named when it cannot be read, or is no object', async () => {
    for (const [file, message] of [
      [join(folder, 'missing.json'), /missing\.json: ENOENT/],
      [fileOf('{'), /\.json: .*JSON/],
    ] as const)
      await assert.rejects(read(['--config', file]), (error) => {
        assert.ok(error instanceof CommandError);
        assert.match(error.message, message);
        return true;
      });
    const list = fileOf([]);
    await refuses(['--config', list], {}, new RegExp(`^${list} needs an object of settings`));
  });

  it('may be what --print-config has shown, but for its secrets', async () => {
    const args = ['--dev', '--port', '7', '--metrics-token', 'hush', '--dev-token', 'hush'];
    const shown = settingsAsJson((await readServeOptions(args, {})).values);
    assert.doesNotMatch(shown, /hush/);
    const { metricsToken, devToken, ...others } = JSON.parse(shown) as Record<string, unknown>;
    assert.deepEqual([metricsToken, devToken], ['***', '***']);
    assert.equal(settingsAsJson(await read(['--config', fileOf(others)])), JSON.stringify(others, null, 2));
    await refuses(['--config', fileOf({ devToken })], {}, /: devToken needs /);
  });

  for (const [db, shown] of [
    ['postgres://jo:hush@db:5432/upsell', 'postgres://jo:***@db:5432/upsell'],
    ['postgres://db/upsell?password=hush', 'postgres://db/upsell?***'],
    ['postgres://jo:hush@[bad/upsell', '***'],
    ['rokt-upsell.db', 'rokt-upsell.db'],
  ] as const)
    it(`shows ${shown} of a database without its password`, async () => {
      const { values } = await readServeOptions(['--dev', '--db', db], {});
      assert.equal((JSON.parse(settingsAsJson(values)) as { db: string }).db, shown);
    });
});

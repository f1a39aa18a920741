import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { findPostgres, startPostgres } from '../../tools/setup/postgres.mjs';
import { openFolder } from './nobody.ts';
import { pack, project } from './packed.ts';
import { startRegistry } from './registry.ts';

const page = readFileSync(join(project, 'docs/production.md'), 'utf8');
const POSTGRES = '## PostgreSQL';
const METRICS = 9464;

/** The commands of the page, or of its part on PostgreSQL, in their order. */
function commandsOf(isWanted: (section: string) => boolean): string {
  const sections = page.split(/^(?=## )/m).filter(isWanted);
  const blocks = sections.flatMap((section) =>
    Array.from(section.matchAll(/^```sh\n([^]*?)^```$/gm), ([, text = '']) => text),
  );
  return blocks.join('\n');
}

/** The files of the page: what stands above a block names it last, before its colon. */
const files = Array.from(
  page.matchAll(/in `([\w.]+\.json)`[^:`]*(?:`[^`]*`[^:`]*)*:\n\n```json\n([^]*?)```/g),
);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the page on production, followed word by word by a user without rights', () => {
  const user = openFolder();
  let registry: Awaited<ReturnType<typeof startRegistry>>;
  let env: Record<string, string>;
  before(async () => {
    registry = await startRegistry();
    const cache = join(user.folder, '.npm');
    env = { npm_config_registry: registry.url, npm_config_cache: cache, npm_config_update_notifier: 'false' };
  });
  after(() => {
    registry.stop();
    user.remove();
  });

  it('installs, serves, backs up, restores, upgrades and rotates keys', async () => {
    const ports = new Map([
      [4010, await freePort()],
      [METRICS, await freePort()],
    ]);
    const onFreePorts = (text: string) =>
      text.replace(/\b(4010|9464)\b/g, (port) => String(ports.get(Number(port))));
    assert.deepEqual(
      files.map(([, name]) => name),
      ['catalogue.json', 'config.json'],
    );
    for (const [, name = '', text = ''] of files) {
      writeFileSync(join(user.folder, name), onFreePorts(text));
      chmodSync(join(user.folder, name), 0o644);
    }
    const asked = `curl --silent --fail http://127.0.0.1:${METRICS}/metrics > metrics.txt`;
    const commands = `set -eu\numask 077\n${commandsOf((section) => !section.startsWith(POSTGRES))}
      ${asked}\nkill -TERM "$service"\nwait "$service"\n./rokt-upsell audit\n`;
    const { code, out, err } = await user.run('sh', ['-c', onFreePorts(commands)], env);
    assert.equal(code, 0, out + err);
    assert.equal(out.match(/rokt-api-key: /g)?.length, 2, out);
    assert.equal(out.match(/; 0 faults, 0 notes\n/g)?.length, 3, out);
    assert.match(out, /"placementId":"checkout"/);
    assert.match(
      out,
      /222 {2}keys: \S+Z {2}tags: shop {2}origins: https:\/\/shop\.example\n/,
      'it was restored',
    );
    assert.match(out, /account 222: its older key has ended/);
    assert.ok(existsSync(join(user.folder, 'backups/before-upgrade.db')));
    const metrics = readFileSync(join(user.folder, 'metrics.txt'), 'utf8');
    const named = new Set(page.match(/\b(rokt_upsell|nodejs)_\w+/g));
    assert.ok(named.size > 5);
    // A metric is described though nothing is to be counted yet.
    for (const name of named)
      assert.match(metrics, new RegExp(`^# HELP ${name.replace(/_(count|bucket)$/, '')} `, 'm'), name);
  });

  it('backs up and restores PostgreSQL', async (t) => {
    const programs = findPostgres();
    if (!programs) return t.skip('PostgreSQL is not installed');
    const cluster = await startPostgres(programs);
    t.after(() => cluster.stop());
    const urlOf = (name: string) => cluster.url.replace(/\/postgres$/, `/${name}`);
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    for (const name of ['shop', 'restored']) await client.query(`CREATE DATABASE ${name}`);
    await client.end();
    const sold = { DATABASE: urlOf('shop'), RESTORED: urlOf('restored') };
    const commands = `set -eu
      [ -e rokt-upsell ] || { ${commandsOf((section) => section.startsWith('## Install')).replaceAll('\n', ';')} }
      ./rokt-upsell account add 222 --db "$DATABASE"
      ${commandsOf((section) => section.startsWith(POSTGRES))}
      ./rokt-upsell account list --db "$RESTORED"`;
    const { code, out, err } = await user.run('sh', ['-c', commands], { ...env, ...sold });
    assert.equal(code, 0, out + err);
    assert.match(out, /; 0 faults, 0 notes\n222 {2}keys: /);
    const refused = await user.run('./rokt-upsell', ['backup', 'x.dump', '--db', sold.DATABASE]);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /pg_dump --format=custom --file=x\.dump postgres:/);
  });
});

describe('what the image and the unit run', () => {
  const dockerfile = readFileSync(join(project, 'deploy/Dockerfile'), 'utf8');

  it('is the script of the page, in an empty folder, and its service is healthy until it is told to stop', async (t) => {
    const user = openFolder();
    t.after(() => user.remove());
    assert.match(dockerfile, /^USER node\nWORKDIR \/service\n(?:COPY .*\n)RUN sh install\.sh /m);
    assert.match(dockerfile, /^USER node\n[^]*^ENTRYPOINT \["\/service\/rokt-upsell"\]\nCMD \["serve"\]\n$/m);
    pack(user.folder);
    cpSync(join(project, 'deploy/install.sh'), join(user.folder, 'install.sh'));
    const installed = await user.run('sh', ['-c', 'sh install.sh *.tgz']);
    assert.deepEqual([installed.code, installed.err], [0, '']);
    assert.match(installed.out, /^\d+\.\d+\.\d+\n$/);

    writeFileSync(join(user.folder, 'catalogue.json'), files[0]?.[2] ?? '');
    chmodSync(join(user.folder, 'catalogue.json'), 0o644);
    const port = String(await freePort());
    const settings = { ROKT_UPSELL_CATALOGUE: 'catalogue.json', ROKT_UPSELL_PORT: port };
    const service = user.start('./rokt-upsell', ['serve'], settings);
    t.after(() => service.kill('SIGKILL'));
    const ended = once(service, 'exit');
    let said = '';
    for await (const chunk of service.stdout.iterator({ destroyOnReturn: false })) {
      said += String(chunk);
      if (said.includes('service ready at')) break;
    }
    service.stdout.resume();
    const [, check = '[]'] = /^HEALTHCHECK [^]*?CMD (\[.*\])$/m.exec(dockerfile) ?? [];
    const [command = '', ...args] = JSON.parse(check) as string[];
    assert.equal((await user.run(command, args, settings)).code, 0);
    service.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    assert.equal((await user.run(command, args, settings)).code, 1);
  });

  it('is a unit that systemd takes, and that can write its own data alone', async (t) => {
    const user = openFolder();
    t.after(() => user.remove());
    // Whoever it is may not read where the project is.
    const unit = join(user.folder, 'rokt-upsell.service');
    cpSync(join(project, 'deploy/rokt-upsell.service'), unit);
    chmodSync(unit, 0o644);
    const verified = await user.run('systemd-analyze', ['verify', unit]).catch(() => undefined);
    if (!verified) return t.skip('systemd-analyze is not here');
    assert.deepEqual(verified, { code: 0, out: '', err: '' });
    const judged = await user.run('systemd-analyze', ['security', '--offline=yes', '--threshold=20', unit]);
    assert.equal(judged.code, 0, judged.out + judged.err);
    const text = readFileSync(unit, 'utf8');
    assert.match(
      text,
      /^ExecStart=\/usr\/bin\/env node \/opt\/rokt-upsell\/release\/dist\/command\/bin\.js serve$/m,
    );
  });
});

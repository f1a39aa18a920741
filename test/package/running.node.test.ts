import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { until } from '../support/until.ts';
import { catalogueOf } from '../service/support/catalogue.ts';
import { createPartner } from '../service/support/partner.ts';
import { startProvider } from '../service/support/provider.ts';
import { type Alone, openAlone } from './alone.ts';

type Service = Awaited<ReturnType<Alone['serve']>>;
type Line = Readonly<Record<string, unknown>>;

describe('the published service, while it runs', () => {
  let alone: Alone;
  before(() => {
    alone = openAlone();
  });
  after(() => alone.close());

  const linesOf = (service: Service) =>
    service
      .said()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);

  /** Options of a service with the account 222 in a database of this name, and what its server sends. */
  const shop = (name: string, catalogue: object = catalogueOf({ ticket: { stock: 9 } })) => {
    const db = ['--db', `${name}.db`];
    const { out } = alone.command(
      'account',
      'add',
      '222',
      '--tag',
      't',
      '--origin',
      'http://localhost:3000',
      ...db,
    );
    const apiKey = /rokt-api-key: (\S+)/.exec(out)?.[1] ?? assert.fail(out);
    const args = ['--catalogue', alone.write(`${name}.json`, catalogue), ...db];
    return { args, who: { accountId: '222', apiKey, tagId: 't' } };
  };

  it('logs each request as a line of JSON on stdout, and nothing else there', async () => {
    const { args, who } = shop('logs');
    const service = await alone.serve(args);
    const { headers } = await createPartner(service.url, who).any({ cartId: 'c' });
    await service.says(new RegExp(`"reqId":"(${headers.get('x-request-id')})"`));
    assert.deepEqual(await service.stop(), { code: 0, stderr: '' });
    const lines = linesOf(service);
    const line = lines.find(({ route }) => route === '/v1/placements/any');
    assert.deepEqual([line?.['status'], line?.['accountId'], line?.['level']], [200, '222', 30]);
    const messages = lines.map(({ msg }) => msg);
    assert.ok(messages.includes(`rokt-upsell service ready at ${service.url}`));
    assert.ok(messages.includes('told to stop: nothing new is taken'));
  });

  it('says at its start which account nobody can use', async () => {
    const args = ['--catalogue', alone.write('silent.json', catalogueOf({})), '--db', 'silent.db'];
    const service = await alone.serve(args);
    await service.stop();
    const told = linesOf(service).filter(({ level }) => level === 40);
    assert.deepEqual(
      told.map(({ msg }) => String(msg).split(', so')[0]),
      ['account 222 has no key', 'account 222 has no origin'],
    );
  });

  it('is told by its environment and a file, and by flags before all', async () => {
    const { args, who } = shop('told');
    const config = alone.write('config.json', {
      rateLimitAccount: 1,
      logLevel: 'silent',
      metricsToken: 'file',
    });
    const env = { ROKT_UPSELL_CONFIG: config, ROKT_UPSELL_METRICS_TOKEN: 'env' };
    const service = await alone.serve([...args, '--log-level', 'info'], process.execPath, env);
    const partner = createPartner(service.url, who);
    const statuses = [await partner.any({ cartId: 'c' }), await partner.any({ cartId: 'c' })];
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [200, 429],
    );
    const metrics = async (token: string) =>
      (await fetch(`${service.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).status;
    assert.deepEqual([await metrics('file'), await metrics('env')], [401, 200]);
    await service.stop();
  });

  it('shows its metrics at a port of their own, and says which', async () => {
    const service = await alone.serve(['--dev', '--metrics-port', '0']);
    const url = await service.says(/metrics at (http:\S+)\n/);
    assert.match(await (await fetch(url)).text(), /^rokt_upsell_stock_left\{account="222"/m);
    assert.match(await (await fetch(url)).text(), /^nodejs_eventloop_lag_seconds /m);
    assert.deepEqual(await service.stop(), { code: 0, stderr: '' });
  });

  it('shows its settings, and serves nothing then', () => {
    const { code, out, err } = alone.command('serve', '--dev', '--dev-token', 'hush', '--print-config');
    assert.deepEqual([code, err], [0, '']);
    const shown = JSON.parse(out) as Line;
    assert.deepEqual([shown['db'], shown['grace'], shown['devToken']], [':memory:', '10s', '***']);
  });

  it('keeps what it sells in files that are its owner’s alone', async () => {
    const { args } = shop('files');
    const service = await alone.serve(args);
    const files = readdirSync(alone.folder).filter((name) => name.startsWith('files.db'));
    const modes = files.map((name) => (statSync(join(alone.folder, name)).mode & 0o777).toString(8));
    assert.deepEqual([...new Set(modes)], ['600'], files.join());
    await service.stop();
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    it(`ends on ${signal} though connections say nothing, or half of something`, async () => {
      const { args } = shop(signal);
      const service = await alone.serve([...args, '--grace', '300ms']);
      const { hostname, port } = new URL(service.url);
      for (const bytes of ['', 'POST /v1/cart/reserve HTTP/1.1\r\nHost: a\r\n']) {
        const socket = connect(Number(port), hostname).on('error', () => undefined);
        await once(socket, 'connect');
        if (bytes !== '') socket.write(bytes);
      }
      await fetch(`${service.url}/healthz`);
      service.signal(signal);
      assert.equal(await service.gone, 0);
    });

  it('ends though a connection to its socket and one to its metrics say nothing, and leaves no socket behind', async () => {
    const { args } = shop('beside');
    const service = await alone.serve([...args, '--grace', '300ms', '--metrics-port', '0']);
    const metrics = new URL(await service.says(/metrics at (http:[^"]+)"/));
    const file = join(alone.folder, 'beside.db.sock');
    for (const socket of [connect(file), connect(Number(metrics.port), metrics.hostname)]) {
      socket.on('error', () => undefined);
      await once(socket, 'connect');
    }
    service.signal('SIGTERM');
    assert.equal(await service.gone, 0);
    assert.doesNotMatch(service.said(), /was broken off/);
    assert.equal(existsSync(file), false);
  });

  it('ends in its grace though a provider never answers', async () => {
    const provider = await startProvider();
    const providers = { provider: { url: provider.url, secret: provider.secret } };
    const { args, who } = shop('stalls', catalogueOf({ ticket: { provider: 'provider' } }, providers));
    const options = [...args, '--webhook-allow', provider.origin, '--grace', '300ms'];
    provider.be('stalls');
    const service = await alone.serve(options);
    const partner = createPartner(service.url, who);
    const sold = await partner.confirm('cart', 'order', [await partner.held('cart', 'ticket')]);
    assert.equal(sold.body.items[0]?.success, true);
    await until(() => provider.kept === 1);
    assert.deepEqual(await service.stop(), { code: 0, stderr: '' });
    assert.match(service.said(), /what was under way 0\.3 s after the signal was broken off/);
    provider.stop();
  });
});

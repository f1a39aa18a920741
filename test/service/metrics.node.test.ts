import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { catalogueOf } from './support/catalogue.ts';
import { createService, type ServiceParts } from '../../src/service/create-service.ts';
import { buildCatalogue } from '../../src/service/catalogue/account-catalogue.ts';
import { toCatalogueFile } from '../../src/service/catalogue/check-catalogue.ts';
import { hashKey } from '../../src/service/accounts/keys.ts';
import { addAccount, addKey, addOrigin, addTag } from '../../src/service/store/accounts.ts';
import type { Clock } from '../../src/service/clock.ts';
import { Deliveries } from '../../src/service/deliveries.ts';
import { loadMetrics, type MetricsOptions } from '../../src/service/metrics/load-metrics.ts';
import { makeBriefDatabase } from './support/database.ts';
import { createPartner } from './support/partner.ts';

const who = { accountId: '222', apiKey: 'key', tagId: 'tag' };

/** A service that sells 50 tickets, whose provider never takes a message, and its metrics by name and labels. */
async function openMeasured(
  t: TestContext,
  parts: Partial<Omit<ServiceParts, 'metrics'>> = {},
  shown: MetricsOptions | null = { token: 'hush' },
) {
  const store = await (await makeBriefDatabase()).open();
  const deliver = async () => ({ outcome: 'failed', error: 'nobody is there' }) as const;
  const service = createService({ deliver, ...parts, metrics: await loadMetrics(shown ?? undefined), store });
  t.after(async () => {
    await service.close();
    await store.close();
  });
  await store.transaction(async (tx) => {
    await addAccount(tx, who.accountId);
    await addKey(tx, who.accountId, hashKey(who.apiKey));
    await addTag(tx, who.accountId, who.tagId);
    await addOrigin(tx, who.accountId, 'http://localhost:3000');
  });
  const providers = { garage: { url: 'https://garage.example', secret: `whsec_${btoa('s'.repeat(32))}` } };
  const catalogue = catalogueOf({ ticket: { stock: 50, provider: 'garage' }, tip: {} }, providers);
  await service.catalogues.apply(buildCatalogue(toCatalogueFile(catalogue)));
  const url = await service.listen();
  const ask = (at = url, authorization = 'Bearer hush') =>
    fetch(`${at}/metrics`, { headers: authorization ? { authorization } : {} });
  const metrics = async () => valuesOf(await (await ask()).text());
  return { service, url, store, ask, metrics, partner: createPartner(url, who) };
}

/** Each line's value by what stands before it. */
function valuesOf(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

const count = (route: string, method: string, status: number) =>
  `rokt_upsell_request_duration_seconds_count{route="${route}",method="${method}",status="${status}"}`;

describe('the metrics', () => {
  it('count requests by route, method and status, and no path that a stranger makes up', async (t) => {
    const { url, metrics, partner } = await openMeasured(t);
    await partner.any({ cartId: 'c' });
    await partner.any({ cartId: 'c' });
    await partner.any({});
    for (const path of ['/a', '/b']) await fetch(url + path);
    const found = await metrics();
    const values = [
      count('/v1/placements/any', 'POST', 200),
      count('/v1/placements/any', 'POST', 400),
      count('none', 'GET', 404),
    ].map((name) => found.get(name));
    assert.deepEqual(values, [2, 1, 2]);
  });

  it('show what is held, what is left, and what is not delivered', async (t) => {
    const { metrics, partner, service } = await openMeasured(t);
    await partner.held('a', 'ticket', 2);
    await partner.confirm('b', 'order', [await partner.held('b', 'ticket', 3)]);
    await service.outbox.settled();
    const found = await metrics();
    const of = 'account="222",provider="garage"';
    const names = [
      'rokt_upsell_holds{account="222"}',
      'rokt_upsell_stock_left{account="222",sku="ticket"}',
      `rokt_upsell_deliveries_waiting{${of}}`,
      `rokt_upsell_deliveries_failing{${of}}`,
      'rokt_upsell_delivery_attempts_total{outcome="failed"}',
      'rokt_upsell_transactions_waiting',
      'rokt_upsell_database_up',
    ];
    assert.deepEqual(
      names.map((name) => found.get(name)),
      [1, 45, 1, 1, 1, 0, 1],
    );
    assert.ok(
      ![...found.keys()].some((name) => name.includes('sku="tip"')),
      'without a limit there is no rest',
    );
    assert.ok((found.get('nodejs_eventloop_lag_seconds') ?? -1) >= 0);
  });

  it('show what was given up, until an operator has seen to it', async (t) => {
    const deliver = async () => ({ outcome: 'refused', error: 'expected 2xx, got 410' }) as const;
    const { metrics, partner, service, store } = await openMeasured(t, { deliver });
    const givenUp = async () =>
      (await metrics()).get('rokt_upsell_deliveries_given_up{account="222",provider="garage"}');
    assert.equal(await givenUp(), undefined);
    for (const cart of ['a', 'b']) await partner.confirm(cart, 'order', [await partner.held(cart, 'ticket')]);
    await service.outbox.settled();
    assert.equal(await givenUp(), 2);
    const [message] = await new Deliveries(store).list(
      { accountId: null, provider: null, state: 'given-up' },
      1,
    );
    await new Deliveries(store).drop(message?.messageId ?? '');
    assert.equal(await givenUp(), 1);
  });

  it('show how long ago every account was swept, whatever became of one', async (t) => {
    let isBroken = true;
    const clock: Clock = {
      async now(tx) {
        if (isBroken) throw new Error('no time');
        return tx.now();
      },
    };
    const { service, metrics } = await openMeasured(t, { clock, report: () => undefined });
    const age = async () => (await metrics()).get('rokt_upsell_sweep_age_seconds') ?? -1;
    const before = await age();
    await service.sweeper.sweep();
    const failed = await age();
    assert.ok(failed > before && before > 0);
    isBroken = false;
    await service.sweeper.sweep();
    const swept = performance.now();
    assert.ok((await age()) <= (performance.now() - swept) / 1_000 + failed);
    assert.ok(service.sweeper.age < failed * 1_000 + (performance.now() - swept));
  });

  it('say that the database does not answer, and all that they know without', async (t) => {
    const { metrics, store, partner } = await openMeasured(t);
    await partner.any({ cartId: 'c' });
    await store.transaction((tx) => tx.run('ALTER TABLE hold RENAME TO elsewhere'));
    const found = await metrics();
    assert.equal(found.get('rokt_upsell_database_up'), 0);
    assert.equal(found.get(count('/v1/placements/any', 'POST', 200)), 1);
    assert.ok(![...found.keys()].some((name) => name.startsWith('rokt_upsell_stock_left')));
  });
});

describe('/metrics', () => {
  it('is for whoever has the token', async (t) => {
    const { ask } = await openMeasured(t);
    const statuses = [];
    for (const given of ['Bearer hush', '', 'Bearer', 'Bearer hus', 'bearer hush', 'hush'])
      statuses.push((await ask(undefined, given)).status);
    assert.deepEqual(statuses, [200, 401, 401, 401, 401, 401]);
    assert.match((await ask()).headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
  });

  it('is not there unless asked for', async (t) => {
    const { ask, service } = await openMeasured(t, {}, null);
    assert.deepEqual([(await ask()).status, service.metricsUrl], [404, undefined]);
  });

  it('is at a port of its own alone where it has one, until the service closes', async (t) => {
    const place = { host: '127.0.0.1', port: 0 };
    const { ask, service } = await openMeasured(t, {}, { place });
    const at = service.metricsUrl ?? assert.fail();
    assert.deepEqual([(await ask(undefined, '')).status, (await ask(at, '')).status], [404, 200]);
    assert.equal((await fetch(`${at}/healthz`)).status, 404);
    await service.close();
    await assert.rejects(ask(at, ''));
  });

  it('asks for the token at that port too', async (t) => {
    const shown = { token: 'hush', place: { host: '127.0.0.1', port: 0 } };
    const { ask, service } = await openMeasured(t, {}, shown);
    const statuses = [await ask(service.metricsUrl, ''), await ask(service.metricsUrl)].map(
      ({ status }) => status,
    );
    assert.deepEqual(statuses, [401, 200]);
  });
});

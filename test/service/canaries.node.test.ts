import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { FastifyRequest } from 'fastify';
import { auditRows } from '../../src/service/audit/audit.ts';
import { hashKey } from '../../src/service/accounts/keys.ts';
import { buildCatalogue } from '../../src/service/catalogue/account-catalogue.ts';
import { toCatalogueFile } from '../../src/service/catalogue/check-catalogue.ts';
import { createService } from '../../src/service/create-service.ts';
import { loadMetrics } from '../../src/service/metrics/load-metrics.ts';
import { addAccount, addKey, addTag } from '../../src/service/store/accounts.ts';
import type { Store } from '../../src/service/store/store.ts';
import { answersTo, canaries, canariesIn, tellingRequests } from './support/canaries.ts';
import { catalogueOf } from './support/catalogue.ts';
import { isOnPostgres, makeBriefDatabase } from './support/database.ts';
import { createPartner } from './support/partner.ts';
import { startProvider } from './support/provider.ts';

const who = { accountId: '222', apiKey: canaries.apiKey, tagId: 'tag' };

/** A service that logs all it can, with our canaries in it, and a provider that refuses what it sells. */
async function openTelling(t: TestContext, isRedacted: boolean) {
  const said = { log: '', reports: '' };
  const provider = await startProvider();
  provider.be('refuses');
  const store = await (await makeBriefDatabase()).open();
  const unredacted = ({ headers, body, url }: FastifyRequest) => ({ headers, body, url, sold: catalogue });
  const service = createService({
    store,
    allowsOrigin: (origin) => origin.startsWith('http://localhost'),
    webhookAllow: new Set([provider.origin]),
    metrics: await loadMetrics({ token: 'token' }),
    report: (problem) => {
      said.reports += `${problem}\n`;
    },
    logger: {
      level: 'trace',
      stream: {
        write: (line: string) => {
          said.log += line;
        },
      },
      ...(isRedacted ? {} : { serializers: { req: unredacted } }),
    },
  });
  t.after(async () => {
    await service.close();
    await store.close();
    provider.stop();
  });
  const providers = { provider: { url: provider.url, secret: canaries.secret } };
  const catalogue = catalogueOf({ ticket: { stock: 9, provider: 'provider' } }, providers);
  await store.transaction(async (tx) => {
    await addAccount(tx, who.accountId);
    await addKey(tx, who.accountId, hashKey(who.apiKey));
    await addTag(tx, who.accountId, who.tagId);
  });
  await service.catalogues.apply(buildCatalogue(toCatalogueFile(catalogue)));
  service.app.addHook('preHandler', async (request) => request.log.info({ req: request }, 'all is read'));
  const url = await service.listen();
  const requests = tellingRequests({ 'rokt-api-key': who.apiKey, 'rokt-tag-id': who.tagId });
  const { outbox } = service;
  return { store, url, said, outbox, requests, partner: createPartner(url, who) };
}

/** Everything that the tables hold. */
async function dump(store: Store): Promise<string> {
  const names = isOnPostgres
    ? 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()'
    : `SELECT name FROM sqlite_schema WHERE type = 'table'`;
  return store.transaction(async (tx) => {
    const tables = await tx.all<{ name: string }>(names);
    const rows = [];
    for (const { name } of tables) rows.push(name, ...(await tx.all(`SELECT * FROM ${name}`)));
    return JSON.stringify(rows);
  });
}

describe('keys, secrets and attributes', () => {
  it('would be found in the log, if it were not redacted', async (t) => {
    const { url, said, requests } = await openTelling(t, false);
    await answersTo(url, requests);
    assert.deepEqual(canariesIn(said.log), Object.keys(canaries));
  });

  it('are in no log, no answer, no report, no metric and no table', async (t) => {
    const { store, url, said, outbox, requests, partner } = await openTelling(t, true);
    const answers = await answersTo(url, requests);
    const statuses = ['200', '400', '401', '403', '404', '413', '415'];
    assert.deepEqual([...new Set(answers.match(/^\d{3}/gm))].sort(), statuses);
    const held = await partner.offered('ticket', { attributes: { email: canaries.attribute } });
    const reserved = await partner.reserve('cart', [{ cartItemId: held, quantity: 1 }]);
    const confirmed = await partner.confirm('cart', 'order', reserved.body.items, {
      'idempotency-key': 'key',
    });
    assert.equal(confirmed.body.items[0]?.success, true);
    await outbox.settled();
    const tables = await dump(store);
    assert.match(tables, /expected 2xx, got 503/, 'the provider has refused');
    const { findings } = await store.transaction(auditRows);
    assert.ok(findings.every(({ kind }) => kind === 'note'));
    await store.transaction((tx) => tx.run('DROP TABLE offered_item'));
    const failed = await answersTo(url, requests);
    assert.match(failed, /^500 /m);
    const authorization = 'Bearer token';
    const metrics = await (await fetch(`${url}/metrics`, { headers: { authorization } })).text();
    assert.match(metrics, /^rokt_upsell_request_duration_seconds_count\{[^}]*status="401"\} [1-9]/m);
    const { log, reports } = said;
    assert.match(log, /"msg":"all is read"/);
    const seen = { answers, tables, failed, metrics, log, reports, findings: JSON.stringify(findings) };
    for (const [where, text] of Object.entries(seen)) assert.deepEqual(canariesIn(text), [], where);
  });
});

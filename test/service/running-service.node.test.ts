import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { buildCatalogue } from '../../src/service/catalogue/account-catalogue.ts';
import { toCatalogueFile } from '../../src/service/catalogue/check-catalogue.ts';
import { runService, type RunOptions } from '../../src/service/running-service.ts';
import { createSqliteStore } from '../../src/service/store/sqlite-store.ts';
import { temporaryFile } from './store/temporary-file.ts';
import { catalogueOf } from './support/catalogue.ts';

async function run(t: TestContext, options: (store: Store) => RunOptions) {
  const { file, remove } = temporaryFile();
  const store = await createSqliteStore({ file });
  const sold = [buildCatalogue(toCatalogueFile(catalogueOf({ ticket: { stock: 5 } })))];
  const service = await runService(store, { sold, allowsOrigin: () => true, ...options(store) });
  t.after(async () => {
    await service.close();
    remove();
  });
  return service;
}

type Store = Awaited<ReturnType<typeof createSqliteStore>>;

const select = (url: string) =>
  fetch(`${url}/v1/selections`, {
    method: 'POST',
    headers: { origin: 'https://shop.example', 'content-type': 'application/json' },
    body: JSON.stringify({ accountId: '222', attributes: { email: 'who@shop.example' } }),
  });

describe('a running service', () => {
  it('has its catalogues before it listens: nobody is told that there is nothing', async (t) => {
    const stocked: object[] = [];
    await run(t, (store) => ({
      extend: (app) =>
        app.addHook('onReady', async () => {
          stocked.push(
            ...(await store.transaction((tx) => tx.all<object>('SELECT sku, available FROM stock'))),
          );
        }),
    }));
    assert.deepEqual(
      stocked.map((row) => ({ ...row })),
      [{ sku: 'ticket', available: 5 }],
    );
  });

  it('tells its operator why it fails, and nothing of who asked', async (t) => {
    const reports: string[] = [];
    const { url, store } = await run(t, () => ({
      rateLimits: false,
      report: (problem) => reports.push(problem),
    }));
    await store.transaction(async (tx) => {
      const [size] = await tx.all<{ page_count: number }>('PRAGMA page_count');
      await tx.all(`PRAGMA max_page_count = ${size?.page_count}`);
    });
    const statuses = new Set<number>();
    for (let n = 0; n < 50; n++) statuses.add((await select(url)).status);
    assert.ok(statuses.has(500), [...statuses].join());
    assert.deepEqual([...new Set(reports)], ['POST /v1/selections: database or disk is full']);
    assert.equal((await fetch(`${url}/nothing`)).status, 404);
    assert.equal((await fetch(`${url}/%zz`)).status, 400);
    assert.equal(new Set(reports).size, 1, 'what the caller did wrong is no failure');
  });
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { buildCatalogue } from '../../src/service/catalogue/account-catalogue.ts';
import { toCatalogueFile } from '../../src/service/catalogue/check-catalogue.ts';
import { createService, type ServiceParts } from '../../src/service/create-service.ts';
import type { Clock } from '../../src/service/clock.ts';
import { KEPT_FOR } from '../../src/service/durations.ts';
import { reserve } from '../../src/service/reservation/index.ts';
import { addAccount } from '../../src/service/store/accounts.ts';
import { createSqliteStore } from '../../src/service/store/sqlite-store.ts';
import { Sweeper } from '../../src/service/sweeper.ts';
import type { SelectionAnswer } from '../../src/contract/wire.ts';
import { temporaryFile } from './store/temporary-file.ts';
import { catalogueOf } from './support/catalogue.ts';

/** A service that does not listen yet. */
async function create(t: TestContext, parts: Partial<ServiceParts> = {}) {
  const { file, remove } = temporaryFile();
  const store = await createSqliteStore({ file });
  const service = createService({ allowsOrigin: () => true, ...parts, store });
  t.after(async () => {
    await service.close();
    await store.close();
    remove();
  });
  await service.catalogues.apply(buildCatalogue(toCatalogueFile(catalogueOf({ ticket: { stock: 5 } }))));
  return service;
}

const select = (url: string) =>
  fetch(`${url}/v1/selections`, {
    method: 'POST',
    headers: { origin: 'https://shop.example', 'content-type': 'application/json' },
    body: JSON.stringify({ accountId: '222', attributes: { email: 'who@shop.example' } }),
  });

describe('a service', () => {
  it('takes catalogues and plugins before it listens: nobody is told that there is nothing', async (t) => {
    const service = await create(t);
    service.app.get('/extra', () => 'extra');
    const url = await service.listen();
    assert.equal(url, service.url);
    assert.equal(await (await fetch(`${url}/extra`)).text(), 'extra');
    const rows = await service.store.transaction((tx) => tx.all<object>('SELECT sku, available FROM stock'));
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [{ sku: 'ticket', available: 5 }],
    );
  });

  it('names the port that is taken, and leaves its store to whoever opened it', async (t) => {
    const other = createServer().listen(0, '127.0.0.1');
    t.after(() => other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const service = await create(t);
    await assert.rejects(service.listen({ port }), new RegExp(`EADDRINUSE.*${port}`));
    await service.store.transaction((tx) => tx.now());
  });

  it('tells its operator why it fails, and nothing of who asked', async (t) => {
    const reports: string[] = [];
    const service = await create(t, { rateLimits: false, report: (problem) => reports.push(problem) });
    const url = await service.listen();
    await service.store.transaction(async (tx) => {
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

  it('is not ready while its disk is full, and is again when it is not', async (t) => {
    const service = await create(t);
    const url = await service.listen();
    const ready = async () => (await fetch(`${url}/readyz`)).status;
    const limit = (pages: string) =>
      service.store.transaction((tx) => tx.all(`PRAGMA max_page_count = ${pages}`));
    const [size] = await service.store.transaction((tx) =>
      tx.all<{ page_count: number }>('PRAGMA page_count'),
    );
    await limit(String(size?.page_count));
    assert.equal(await ready(), 503);
    await limit('100000');
    assert.equal(await ready(), 200);
  });

  it('sweeps every account, also after one that cannot be swept', async (t) => {
    const reports: string[] = [];
    const clock: Clock = {
      async now(tx, accountId) {
        if (accountId === '111') throw new Error('no time');
        return (await tx.now()) + 20 * 60_000;
      },
    };
    const service = await create(t, { report: (problem) => reports.push(problem) });
    const url = await service.listen();
    const { placements } = (await (await select(url)).json()) as SelectionAnswer;
    const { cartItemId } = placements[0]!.offers[0]!.cartItem;
    const { store, catalogues } = service;
    await store.transaction(async (tx) => {
      await addAccount(tx, '111');
      const context = {
        accountId: '222',
        now: await tx.now(),
        catalogue: catalogues.of('222'),
        offeredFor: KEPT_FOR.selections,
        newId: randomUUID,
        confirmationUrl: String,
      };
      await reserve(tx, context, { cartId: 'cart', items: [{ cartItemId, quantity: 1 }] });
    });
    const report = (problem: string) => reports.push(problem);
    await new Sweeper({ store, clock, keptFor: KEPT_FOR, report }).sweep();
    const states = await store.transaction((tx) => tx.all<{ state: string }>('SELECT state FROM hold'));
    assert.deepEqual(
      states.map(({ state }) => state),
      ['expired'],
    );
    assert.deepEqual(reports, ['sweeper, account 111: Error: no time']);
  });
});

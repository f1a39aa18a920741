import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { StockError } from '../../../src/service/catalogue/catalogue-book.ts';
import { reloadOnHangUp } from '../../../src/service/catalogue/read-catalogue.ts';
import { createDeferred } from '../../../src/testing/deferred.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { openShop, type Shop } from '../http/shop.ts';
import { shopCatalogue } from '../http/shop-catalogue.ts';

/** The shop's catalogue with so much parking; absent: without limit. */
function supplied(stock: number | undefined) {
  const catalogue = structuredClone(shopCatalogue);
  const [parking] = catalogue.placements[0]!.offers;
  if (stock === undefined) delete parking!.stock;
  else parking!.stock = stock;
  parking!.maximum = 100;
  return catalogue;
}

/** A life of the service on a database: opened with so much stock, used, closed. */
async function live<Result>(
  database: TestDatabase,
  stock: number,
  use: (shop: Shop) => Promise<Result>,
): Promise<Result> {
  const ends: (() => unknown)[] = [];
  const shop = await openShop(
    { after: (end) => void ends.push(end as () => unknown) },
    { database, catalogue: supplied(stock) },
  );
  try {
    return await use(shop);
  } finally {
    for (const end of ends) await end();
  }
}

async function buy(shop: Shop, quantity: number): Promise<void> {
  const items = [{ cartItemId: await shop.offered('parking-a'), quantity }];
  const { body } = await shop.call('/v1/cart/confirm', { cartId: 'c', orderId: 'o', items });
  assert.ok(body.items[0]?.success, JSON.stringify(body));
}

describe('stock from the catalogue', () => {
  it('stays sold over a restart: 30 of 50 sold leave 20 of 50 and 30 of 60', async (t) => {
    const database = await makeDatabase();
    t.after(() => database.remove());
    await live(database, 50, (shop) => buy(shop, 30));
    assert.equal(await live(database, 50, (shop) => shop.available('parking-a')), 20);
    assert.equal(await live(database, 60, (shop) => shop.available('parking-a')), 30);
  });

  it('below what is sold is refused by name, and everything stays as it was', async (t) => {
    const shop = await openShop(t, { catalogue: supplied(50) });
    await buy(shop, 30);
    const fewer = supplied(29);
    fewer.placements[0]!.offers[1]!.stock = 7;
    await assert.rejects(
      shop.sell(fewer),
      (error) => error instanceof StockError && /^account 222, parking-a: more than 29/.test(error.message),
    );
    assert.equal(await shop.available('parking-a'), 20);
    assert.equal(await shop.available('ticket-protection'), null);
    assert.equal(shop.catalogues.of('222').supplies.get('parking-a'), 50);
  });

  it('can lose its limit and get one again', async (t) => {
    const shop = await openShop(t, { catalogue: supplied(50) });
    await buy(shop, 30);
    await shop.sell(supplied(undefined));
    await buy(shop, 40);
    assert.equal(await shop.available('parking-a'), null);
    await shop.sell(supplied(100));
    assert.equal(await shop.available('parking-a'), 30);
  });

  it('is applied again when the process is told to hang up; what is not sound changes nothing', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'catalogue.json');
    const shop = await openShop(t, { catalogue: supplied(50) });
    await buy(shop, 30);
    let reported = createDeferred<Error | undefined>();
    const stop = reloadOnHangUp(shop.catalogues, [path], (error) => reported.resolve(error));
    t.after(stop);
    const hangUpWith = async (text: string) => {
      writeFileSync(path, text);
      reported = createDeferred();
      process.kill(process.pid, 'SIGHUP');
      return (await reported.promise)?.message;
    };
    assert.equal(await hangUpWith(JSON.stringify(supplied(60))), undefined);
    assert.equal(await shop.available('parking-a'), 30);
    assert.match((await hangUpWith('{')) ?? '', /catalogue\.json: .*JSON/);
    assert.match(
      (await hangUpWith('{"accountId":"222"}')) ?? '',
      /catalogue\.json: placements: expected a value/,
    );
    assert.match((await hangUpWith(JSON.stringify(supplied(10)))) ?? '', /parking-a: more than 10/);
    assert.equal(await shop.available('parking-a'), 30);
  });
});

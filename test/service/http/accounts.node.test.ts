import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashKey } from '../../../src/service/accounts/keys.ts';
import { addKey } from '../../../src/service/store/accounts.ts';
import { confirm, hold } from './outcomes/steps.ts';
import { openShop, type Shop } from './shop.ts';

/** What is answered to each of these keys of the account 222. */
async function answers(shop: Shop, ...keys: readonly string[]): Promise<number[]> {
  const statuses = [];
  for (const key of keys)
    statuses.push((await shop.call('/v1/placements/any', { cartId: '1' }, { 'rokt-api-key': key })).status);
  return statuses;
}

async function give(shop: Shop, key: string): Promise<void> {
  shop.pass(1000);
  await shop.store.transaction((tx) => addKey(tx, '222', hashKey(key)));
  shop.forgetAccounts();
}

describe('the keys of an account', () => {
  it('are two at the most: a third ends the oldest', async (t) => {
    const shop = await openShop(t);
    assert.deepEqual(await answers(shop, 'skeletonkey', 'second'), [200, 401]);
    await give(shop, 'second');
    assert.deepEqual(await answers(shop, 'skeletonkey', 'second'), [200, 200]);
    await give(shop, 'third');
    assert.deepEqual(await answers(shop, 'skeletonkey', 'second', 'third'), [401, 200, 200]);
  });

  it('are kept as hashes alone', async (t) => {
    const shop = await openShop(t);
    const rows = await shop.store.transaction((tx) => tx.all('SELECT * FROM account_key'));
    assert.equal(rows.length, 2);
    assert.doesNotMatch(JSON.stringify(rows), /skeletonkey|otherkey/);
  });

  it('do not become another account’s', async (t) => {
    const shop = await openShop(t);
    await give(shop, 'otherkey');
    // The tag is not of the account 333, whose key it still is.
    assert.deepEqual(await answers(shop, 'otherkey'), [403]);
  });
});

describe('the itemConfirmationUrl', () => {
  it('says what was bought, and later that it was cancelled', async (t) => {
    const shop = await openShop(t);
    const { cartItemId, itemReservationId } = await hold(shop);
    const item = await confirm(shop, { cartItemId, itemReservationId });
    assert.ok(item.success);
    const { itemConfirmationId, itemConfirmationUrl } = item;
    const bought = {
      itemConfirmationId,
      catalogItemId: 'parking-a',
      quantity: 2,
      unitPrice: 35.1,
      totalPrice: 70.2,
      currency: 'USD',
    };
    const read = async () => (await fetch(itemConfirmationUrl)).json() as Promise<unknown>;
    assert.deepEqual(await read(), { ...bought, state: 'confirmed' });
    await shop.call('/v1/confirmation/cancel', { itemReservationId });
    assert.deepEqual(await read(), { ...bought, state: 'cancelled' });
    assert.equal((await fetch(`${itemConfirmationUrl}0`)).status, 404);
  });

  it('is at the public URL of the service', async (t) => {
    const shop = await openShop(t, { publicUrl: 'https://upsell.shop.example/' });
    const { cartItemId, itemReservationId } = await hold(shop);
    const item = await confirm(shop, { cartItemId, itemReservationId });
    assert.ok(item.success);
    const { itemConfirmationId, itemConfirmationUrl } = item;
    assert.equal(itemConfirmationUrl, `https://upsell.shop.example/confirmations/${itemConfirmationId}`);
  });
});

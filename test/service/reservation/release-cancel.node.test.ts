import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Refusal } from '../../../src/service/refusal.ts';
import { MINUTE, openShop, type Shop } from './shop.ts';

let shop: Shop;
let item: string;
beforeEach(async () => {
  shop = await openShop();
  item = await shop.offer('parking');
});

async function cancelError(itemReservationId: string, accountId?: string): Promise<unknown> {
  try {
    await shop.cancel(itemReservationId, accountId);
  } catch (error) {
    assert.ok(error instanceof Refusal);
    return [error.status, error.code];
  }
  return assert.fail('expected a refusal');
}

describe('release', () => {
  it('ends a live hold and puts its stock back, once', async () => {
    const { itemReservationId } = await shop.hold(item, 2);
    const answer = { cartItemId: item, itemReservationId, success: true };
    assert.deepEqual(await shop.release(item, itemReservationId), answer);
    assert.deepEqual(await shop.release(item, itemReservationId), answer);
    assert.equal(await shop.available('parking'), 3);
  });

  it('succeeds, and changes nothing, where the hold is over', async () => {
    const { itemReservationId } = await shop.hold(item, 2);
    shop.now += 10 * MINUTE;
    const before = await shop.rows('SELECT * FROM hold');
    assert.equal((await shop.release(item, itemReservationId)).success, true);
    assert.deepEqual(await shop.rows('SELECT * FROM hold'), before);
  });

  it('refuses what is confirmed, cancelled or unknown', async () => {
    const { itemReservationId } = await shop.hold(item, 2);
    await shop.confirmOne({ cartItemId: item, itemReservationId });
    const confirmed = await shop.release(item, itemReservationId);
    assert.ok(!confirmed.success);
    assert.deepEqual(
      [confirmed.error.code, confirmed.error.value],
      ['already-confirmed', { orderId: 'order' }],
    );
    await shop.cancel(itemReservationId);
    const cancelled = await shop.release(item, itemReservationId);
    assert.equal(!cancelled.success && cancelled.error.code, 'already-cancelled');
    await shop.addAccount('other');
    for (const unknown of [
      await shop.release(item, 'no'),
      await shop.release(item, itemReservationId, 'other-cart'),
      await shop.release('other-item', itemReservationId),
      await shop.release(item, itemReservationId, 'cart', 'other'),
    ]) {
      assert.equal(!unknown.success && unknown.error.code, 'unknown-reservation');
    }
  });
});

describe('cancel', () => {
  it('puts the stock of a sale back and tells its provider, once', async () => {
    const { itemReservationId } = await shop.hold(item, 2);
    const sold = await shop.confirmOne({ cartItemId: item, itemReservationId });
    assert.ok(sold.success);
    const answer = { itemReservationId, success: true };
    assert.deepEqual(await shop.cancel(itemReservationId), answer);
    assert.deepEqual(await shop.cancel(itemReservationId), answer);
    assert.equal(await shop.available('parking'), 3);
    const messages = await shop.rows('SELECT type, body FROM outbox ORDER BY message_id');
    assert.deepEqual(
      messages.map(({ type }) => type),
      ['item.confirmed', 'item.cancelled'],
    );
    const [first, second] = messages.map(({ body }) => JSON.parse(String(body)) as { data: unknown });
    assert.deepEqual(second?.data, first?.data);
  });

  it('refuses what is not confirmed, and what is unknown', async () => {
    const { itemReservationId } = await shop.hold(item, 2);
    assert.deepEqual(await cancelError(itemReservationId), [422, 'not-confirmed']);
    await shop.release(item, itemReservationId);
    assert.deepEqual(await cancelError(itemReservationId), [422, 'not-confirmed']);
    await shop.addAccount('other');
    assert.deepEqual(await cancelError(itemReservationId, 'other'), [422, 'unknown-reservation']);
    assert.deepEqual(await cancelError('no'), [422, 'unknown-reservation']);
  });
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { OutcomeTests } from '../outcome-rows.ts';
import type { Shop } from '../shop.ts';
import { assertRefused, buy, cancel, confirm, hold, HOLD_OVER, lineOf, ORDER, release } from './steps.ts';

export const releaseTests: OutcomeTests<'release'> = {
  async 'live hold'(shop) {
    const held = await hold(shop);
    const { cartItemId, itemReservationId } = held;
    assert.deepEqual(await release(shop, held), { cartItemId, itemReservationId, success: true });
    assert.equal(await shop.available('parking-a'), 5);
  },
  async 'released already'(shop) {
    const held = await hold(shop);
    const first = await release(shop, held);
    assert.deepEqual(await release(shop, held), first);
    assert.equal(await shop.available('parking-a'), 5);
  },
  async 'expired already'(shop) {
    const held = await hold(shop);
    shop.pass(HOLD_OVER);
    // Another's reserve takes what has expired.
    await hold(shop, 'parking-a', 4);
    assert.ok((await release(shop, held)).success);
    assert.equal(await shop.available('parking-a'), 1);
  },
  async confirmed(shop) {
    assertRefused(await release(shop, await buy(shop)), 'already-confirmed', { orderId: ORDER });
    assert.equal(await shop.available('parking-a'), 3);
  },
  async 'taken over'(shop) {
    const old = await hold(shop);
    const successor = await hold(shop);
    assert.ok((await release(shop, old)).success);
    assert.equal(await shop.available('parking-a'), 3);
    assert.ok((await confirm(shop, lineOf(successor))).success);
  },
  async 'confirmed as its successor'(shop) {
    const { old } = await buyAfterReload(shop);
    assertRefused(await release(shop, old), 'already-confirmed', { orderId: ORDER });
    assert.equal(await shop.available('parking-a'), 3);
  },
};

/** A hold that a fresh impression has taken over before it was bought, under the id that it had before. */
async function buyAfterReload(shop: Shop) {
  const old = await hold(shop);
  const successor = await hold(shop);
  const item = await confirm(shop, lineOf(old));
  assert.ok(item.success, JSON.stringify(item));
  return { old, successor };
}

export const cancelTests: OutcomeTests<'cancel'> = {
  async confirmed(shop) {
    const { itemReservationId } = await buy(shop);
    const { status, body } = await cancel(shop, itemReservationId);
    assert.deepEqual({ status, body }, { status: 200, body: { itemReservationId, success: true } });
    assert.equal(await shop.available('parking-a'), 5);
    assert.deepEqual(await shop.told(), ['item.confirmed', 'item.cancelled']);
  },
  async 'cancelled already'(shop) {
    const { itemReservationId } = await buy(shop);
    const first = await cancel(shop, itemReservationId);
    const { status, text } = await cancel(shop, itemReservationId);
    assert.deepEqual({ status, text }, { status: 200, text: first.text });
    assert.equal(await shop.available('parking-a'), 5);
    assert.deepEqual(await shop.told(), ['item.confirmed', 'item.cancelled']);
  },
  async 'confirmed as its successor'(shop) {
    const { old, successor } = await buyAfterReload(shop);
    for (const { itemReservationId } of [old, successor]) {
      const { status, body } = await cancel(shop, itemReservationId);
      const sale = { itemReservationId: successor.itemReservationId, success: true };
      assert.deepEqual({ status, body }, { status: 200, body: sale });
    }
    assert.equal(await shop.available('parking-a'), 5);
    assert.deepEqual(await shop.told(), ['item.confirmed', 'item.cancelled']);
  },
  async 'held only'(shop) {
    const { itemReservationId } = await hold(shop);
    assertRefusal(await cancel(shop, itemReservationId), 'not-confirmed');
  },
  async 'unknown reservation'(shop) {
    assertRefusal(await cancel(shop, `rokt_item_reservation_id.${randomUUID()}`), 'unknown-reservation');
  },
};

function assertRefusal({ status, body }: { status: number; body: unknown }, code: string): void {
  const [error] = (body as { errors: { code: string }[] }).errors;
  assert.deepEqual({ status, code: error?.code }, { status: 422, code });
}

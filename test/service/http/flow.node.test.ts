import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createTransactionClient } from '../../../src/client/index.ts';
import { openShop } from './shop.ts';

/** A shop, the partner's client of it, and a session that a shopper has opted into offers in. */
async function optIn(t: TestContext) {
  const shop = await openShop(t);
  const client = createTransactionClient({
    baseUrl: shop.url,
    apiKey: 'skeletonkey',
    tagId: '253_439d21r21r21321',
    idempotent: true,
  });
  const { result, sessionId } = await client.placements.any({ cartId, pageIdentifier: 'checkout.upsell' });
  assert.ok(result && sessionId);
  const { placements } = await shop.select({ sessionId, identifier: 'checkout.upsell' });
  const cartItemIds = placements.flatMap(({ offers }) => offers.map(({ cartItem }) => cartItem.cartItemId));
  return { shop, client, session: { sessionId }, cartItemIds };
}

const cartId = '1580265846172';
const orderId = 'order-1';

describe('the flow of a transaction', () => {
  it('goes from any over the selection, reserve with a refusal, and confirm to cancel', async (t) => {
    const { shop, client, session, cartItemIds } = await optIn(t);
    const [parking, protection] = cartItemIds as [string, string];
    const reserved = await client.cart.reserve(
      {
        cartId,
        items: [
          { cartItemId: parking, quantity: 2 },
          { cartItemId: protection, quantity: 2 },
        ],
      },
      session,
    );
    const [held, refused] = reserved.items;
    assert.ok(held?.success && refused?.success === false);
    assert.deepEqual([held.totalPrice, refused.error.code], [70.2, 'quantity-out-of-bounds']);

    const confirmed = await client.cart.confirm({ cartId, orderId, items: [held] }, session);
    assert.ok(confirmed.items[0]?.success);
    assert.deepEqual(await shop.told(), ['item.confirmed']);

    const { itemReservationId } = held;
    assert.deepEqual(await client.confirmation.cancel({ itemReservationId }), {
      itemReservationId,
      success: true,
    });
    assert.deepEqual(await shop.told(), ['item.confirmed', 'item.cancelled']);
    assert.equal(await shop.available('parking-a'), 5);
  });

  it('ends early by release', async (t) => {
    const { shop, client, session, cartItemIds } = await optIn(t);
    const items = [{ cartItemId: cartItemIds[0]!, quantity: 3 }];
    const { items: held } = await client.cart.reserve({ cartId, items }, session);
    assert.equal(await shop.available('parking-a'), 2);
    const released = await client.cart.release(
      { cartId, items: held.flatMap((item) => (item.success ? [item] : [])) },
      session,
    );
    assert.ok(released.items[0]?.success);
    assert.equal(await shop.available('parking-a'), 5);
  });

  it('ends by itself when the time of the hold is over', async (t) => {
    const { shop, client, session, cartItemIds } = await optIn(t);
    const items = [{ cartItemId: cartItemIds[0]!, quantity: 4 }];
    const { items: held } = await client.cart.reserve({ cartId, items }, session);
    shop.pass(600_000);
    const bought = held.flatMap((item) => (item.success ? [item] : []));
    const [late] = (await client.cart.confirm({ cartId, orderId, items: bought }, session)).items;
    assert.equal(late?.success === false && late.error.code, 'reservation-expired');
    const next = [{ cartItemId: await shop.offered('parking-a'), quantity: 4 }];
    const [other] = (await client.cart.reserve({ cartId: 'another', items: next }, session)).items;
    assert.ok(other?.success);
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTransactionClient } from '../../src/client/index.ts';
import { startService, type StartedService } from '../../src/service/index.ts';
import { hands, startCheckout } from '../support/checkout.ts';

describe('the concert checkout over an upsell service', () => {
  let demo: Awaited<ReturnType<typeof startCheckout>>;
  let service: StartedService;
  before(async () => {
    [demo, service] = await Promise.all([startCheckout(), startService()]);
  });
  after(() => Promise.all([demo.stop(), service.stop()]));

  it('sells what the shopper has chosen there: held, bought, and told to its provider', async () => {
    const { apiKey, tagId } = service;
    const partner = createTransactionClient({ apiKey, tagId, baseUrl: service.url });
    const checkout = await demo.open(`?service=${service.url}`);
    await checkout.reach('ready');
    await hands.mouse(checkout, { within: 'offers', name: 'Add parking' });
    await checkout.line('parking-a', { 'unit-price': '$35.00', quantity: '1', total: '$35.00' });
    await hands.keys(checkout, { within: 'offers', name: 'Add one Garage parking' });
    await checkout.line('parking-a', { quantity: '2', total: '$70.00' });

    const { sessionId, items } = await checkout.page.evaluate(async () => {
      const upsell = document.querySelector('rokt-upsell')!;
      const sessionId = await upsell.getSessionId();
      return {
        sessionId,
        items: upsell.cartItems.map(({ cartItemId, quantity }) => ({ cartItemId, quantity })),
      };
    });
    const reserved = await partner.cart.reserve({ cartId: 'cart', items }, { sessionId });
    const held = reserved.items.filter((item) => item.success);
    assert.deepEqual(held.map(({ quantity, totalPrice }) => [quantity, totalPrice]).sort(), [[2, 70]]);
    const confirmed = await partner.cart.confirm(
      { cartId: 'cart', orderId: 'order', items: held },
      { sessionId },
    );
    assert.ok(confirmed.items.every(({ success }) => success));
    const sold = (await service.received()).map(({ body }) => [body.type, body.data.catalogItemId]);
    assert.deepEqual(sold.sort(), [['item.confirmed', 'parking-a']]);
    assert.deepEqual(checkout.faults, []);
    await checkout.page.close();
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { comesTo, laptops, parking, plans } from './shop.ts';
import { obstacle, visitAndTakePlan, visitShop } from './started.ts';

/** From the payment on: what is held, bought, refused and cancelled, by the rows of both sides. */
describe('an order of a shop on Medusa', { skip: obstacle }, () => {
  it('sells what was reserved, at that price, and hears of it', async () => {
    const { shop, checkout, states, end } = await visitAndTakePlan();
    await checkout.oneMoreLaptop();
    await checkout.addParking();
    await comesTo(() => shop.linesOf(checkout.cartId), [plans(2), parking(1), laptops(2)]);
    await checkout.goToPayment();
    assert.deepEqual(await states(), ['held', 'held']);
    await checkout.placeOrder();
    await comesTo(states, ['confirmed', 'confirmed']);

    const order = await shop.orderOf(checkout.cartId);
    assert.deepEqual(order.lines, [plans(2), parking(1), laptops(2)]);
    const holds = await shop.holdsOf(checkout.cartId);
    const reserved = holds.reduce((sum, hold) => sum + (hold.quantity * hold.unit_price) / 100, 0);
    assert.equal(order.total, 2 * 1249 + reserved);
    assert.equal(order.authorized, order.total);
    assert.ok(holds.every(({ order_id: id }) => id === order.id));
    await comesTo(
      () => shop.toldOf(order.id),
      [
        { type: 'item.confirmed', sku: 'care-3y', quantity: 2, total: 298 },
        { type: 'item.confirmed', sku: 'pickup-parking', quantity: 1, total: 6 },
      ],
    );
    await comesTo(() => shop.deliveriesOf(order.id), ['delivered', 'delivered']);
    await end();
  });

  it('is told to the service without extras, too', async () => {
    const { shop, checkout, end } = await visitShop();
    await checkout.goToPayment();
    await checkout.placeOrder();
    const { id, lines } = await shop.orderOf(checkout.cartId);
    assert.deepEqual(lines, [laptops(1)]);
    await comesTo(() => shop.isKnownToService(id), true);
    assert.deepEqual(await shop.holdsOf(checkout.cartId), []);
    await end();
  });

  it('holds nothing for a shopper who goes back, and all of it again for one who goes on', async () => {
    const { checkout, states, end } = await visitAndTakePlan();
    await checkout.goToPayment();
    assert.deepEqual(await states(), ['held']);
    await checkout.press('Back to the cart');
    await comesTo(states, ['released']);
    await checkout.goToPayment();
    assert.deepEqual(await states(), ['held', 'released']);
    await checkout.placeOrder();
    await comesTo(states, ['confirmed', 'released']);
    await end();
  });

  it('holds nothing that is taken out after a reload', async () => {
    const { shop, checkout, states, end } = await visitAndTakePlan();
    await checkout.goToPayment();
    await checkout.reload('cart');
    await comesTo(checkout.held, { 'care-3y': 1 });
    await checkout.pressInCart('Remove 3-year care plan');
    await comesTo(states, ['released']);
    assert.deepEqual(await shop.linesOf(checkout.cartId), [laptops(1)]);
    await end();
  });

  it('costs what the hold costs, where an offer has become dearer', async () => {
    const { shop, checkout, end } = await visitAndTakePlan();
    await shop.fault({ operation: 'cart.reserve', outcome: 'dearer' });
    await checkout.goToPayment();
    await shop.noFaults();
    assert.deepEqual(await shop.linesOf(checkout.cartId), [plans(1, 186.25), laptops(1)]);
    assert.notEqual(await checkout.status(), '');
    await checkout.placeOrder();
    const order = await shop.orderOf(checkout.cartId);
    assert.deepEqual([order.total, order.authorized], [1249 + 186.25, 1249 + 186.25]);
    await end();
  });

  it('is placed with no extra that is not reserved, and at no price that a page has made up', async () => {
    const { shop, checkout, end } = await visitAndTakePlan();
    const { cartId } = checkout;
    const [upsell] = await shop.upsellsOf(cartId);
    const cheap = { ...upsell, name: 'A plan', quantity: 1, unitPrice: 0.01 };
    await shop.store('POST', `carts/${cartId}/upsells`, cheap);
    assert.deepEqual(await shop.linesOf(cartId), [plans(1, 0.01), laptops(1)]);
    const refused = await shop.orderByApi(cartId);
    assert.equal(refused.status, 400);
    assert.deepEqual(await shop.rows('SELECT order_id FROM order_cart WHERE cart_id = $1', cartId), []);

    await shop.store('POST', `carts/${cartId}/reservations`, {});
    assert.equal((await shop.orderByApi(cartId)).status, 200);
    const order = await shop.orderOf(cartId);
    assert.deepEqual([order.total, order.authorized], [1249 + 149, 1249 + 149]);
    await end();
  });

  it('loses what is refused after the payment, and its price', async () => {
    const { shop, checkout, end } = await visitAndTakePlan();
    await checkout.goToPayment();
    await shop.fault({ operation: 'cart.confirm', outcome: 'expired' });
    await checkout.placeOrder();
    const order = async () => {
      const { lines, total } = await shop.orderOf(checkout.cartId);
      return { lines: lines.filter(({ quantity }) => quantity > 0), total };
    };
    await comesTo(order, { lines: [laptops(1)], total: 1249 });
    await shop.noFaults();
    await end();
  });

  it('is confirmed later, where the service could not be reached', async () => {
    const { shop, checkout, states, end } = await visitAndTakePlan();
    await checkout.goToPayment();
    await shop.fault({ operation: 'cart.confirm', drop: 'request' });
    await checkout.placeOrder();
    const { id } = await shop.orderOf(checkout.cartId);
    // As often as the client tries by itself.
    await comesTo(async () => (await shop.confirmsOf(id)) >= 3, true);
    assert.deepEqual(await states(), ['held']);
    await shop.noFaults();
    await comesTo(states, ['confirmed']);
    await comesTo(() => shop.deliveriesOf(id), ['delivered']);
    await end();
  });

  it('is cancelled with what it has bought, and hears of it', async () => {
    const { shop, checkout, states, end } = await visitAndTakePlan();
    await checkout.goToPayment();
    await checkout.placeOrder();
    const { id } = await shop.orderOf(checkout.cartId);
    await comesTo(async () => (await shop.toldOf(id)).length, 1);
    await shop.cancel(id);
    await comesTo(states, ['cancelled']);
    await comesTo(
      async () => (await shop.toldOf(id)).map(({ type }) => type),
      ['item.cancelled', 'item.confirmed'],
    );
    await end();
  });

  it('is cancelled, too, where none of it could be told as it came', async () => {
    const { shop, checkout, cartId, states, end } = await visitAndTakePlan();
    await checkout.goToPayment();
    await shop.fault({ operation: 'cart.confirm', drop: 'request' });
    await checkout.placeOrder();
    const { id } = await shop.orderOf(cartId);
    await shop.cancel(id);
    assert.deepEqual(await states(), ['held']);
    await shop.noFaults();
    await comesTo(states, ['cancelled']);
    assert.deepEqual((await shop.orderOf(cartId)).lines, [plans(1), laptops(1)]);
    await end();
  });

  it('leaves rows in which nothing is lost, and an integration without a fault', async () => {
    const { shop, end } = await visitShop();
    const copy = join(shop.folder, 'copy.db');
    await shop.rokt(['backup', copy, '--db', shop.serviceDatabase]);
    assert.match(await shop.rokt(['audit', '--db', copy]), /; 0 faults, 0 notes$/m);
    const charges = await shop.charges();
    assert.ok(charges.length > 0);
    for (const charge of charges) await shop.charged(charge);
    assert.deepEqual(await shop.brokenRules(), []);
    await end();
  });
});

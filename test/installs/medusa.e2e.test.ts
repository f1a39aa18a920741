import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './drive.ts';
import { openCheckout } from './medusa-page.ts';
import { comesTo, type MedusaShop, openMedusa, prepareMedusa } from './medusa-shop.ts';

const obstacle = await prepareMedusa();

const laptops = (quantity: number) => ({ sku: 'slate-14', quantity, price: 1249 });
const plans = (quantity: number) => ({ sku: 'care-3y', quantity, price: 149 });
const parking = (quantity: number) => ({ sku: 'pickup-parking', quantity, price: 6 });

describe('a shop on Medusa', { skip: obstacle }, () => {
  let shop: MedusaShop;
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
    shop = await openMedusa();
  });
  after(async () => {
    await browser.close();
    await shop.close();
  });

  it('has a care plan for each laptop, as many as there are', async () => {
    const checkout = await openCheckout(browser, shop.url);
    const lines = () => shop.linesOf(checkout.cartId);
    await checkout.addPlan();
    await comesTo(lines, [plans(1), laptops(1)]);
    await checkout.oneMoreLaptop();
    await comesTo(lines, [plans(2), laptops(2)]);
    await comesTo(checkout.held, { 'care-3y': 2 });
    await checkout.pressInCart('Remove Aldermoor Slate 14');
    await comesTo(lines, []);
    await comesTo(checkout.held, {});
    assert.deepEqual(checkout.faults, []);
    await checkout.close();
  });

  it('refuses a third parking place, of which it has two, and the offer goes back', async () => {
    const checkout = await openCheckout(browser, shop.url);
    const lines = () => shop.linesOf(checkout.cartId);
    await checkout.addParking();
    await comesTo(lines, [parking(1), laptops(1)]);
    await checkout.pressInCart('Add one Parking at the pickup desk');
    await comesTo(lines, [parking(2), laptops(1)]);
    await comesTo(checkout.held, { 'pickup-parking': 2 });
    const refused = checkout.page.waitForResponse((response) => response.status() === 400);
    await checkout.pressInOffers('Add one Parking at the pickup desk');
    await refused;
    await comesTo(
      async () => (await checkout.history()).slice(-2),
      [{ 'pickup-parking': 3 }, { 'pickup-parking': 2 }],
    );
    assert.deepEqual(await lines(), [parking(2), laptops(1)]);
    assert.deepEqual(checkout.faults, []);
    await checkout.close();
  });

  for (const first of ['cart', 'offers'] as const) {
    it(`has the same after a reload that brings the ${first} first`, async () => {
      const checkout = await openCheckout(browser, shop.url);
      const lines = () => shop.linesOf(checkout.cartId);
      await checkout.addPlan();
      await checkout.oneMoreLaptop();
      await checkout.addParking();
      await comesTo(lines, [plans(2), parking(1), laptops(2)]);
      await checkout.reload(first);
      await comesTo(checkout.held, { 'care-3y': 2, 'pickup-parking': 1 });
      assert.deepEqual(await lines(), [plans(2), parking(1), laptops(2)]);
      await checkout.oneMoreLaptop();
      await comesTo(lines, [plans(3), parking(1), laptops(3)]);
      assert.deepEqual(checkout.faults, []);
      await checkout.close();
    });
  }

  it('sells what was reserved, at that price, and hears of it', async () => {
    const checkout = await openCheckout(browser, shop.url);
    await checkout.addPlan();
    await checkout.oneMoreLaptop();
    await checkout.addParking();
    await comesTo(() => shop.linesOf(checkout.cartId), [plans(2), parking(1), laptops(2)]);
    await checkout.goToPayment();
    const states = async () => (await shop.holdsOf(checkout.cartId)).map(({ state }) => state);
    assert.deepEqual(await states(), ['held', 'held']);
    await checkout.placeOrder();
    await comesTo(states, ['confirmed', 'confirmed']);

    const order = await shop.orderOf(checkout.cartId);
    assert.deepEqual(order.lines, [plans(2), parking(1), laptops(2)]);
    const holds = await shop.holdsOf(checkout.cartId);
    const reserved = holds.reduce((sum, hold) => sum + (hold.quantity * hold.unit_price) / 100, 0);
    assert.equal(order.total, 2 * 1249 + reserved);
    assert.ok(holds.every(({ order_id: id }) => id === order.id));
    await comesTo(
      () => shop.toldOf(order.id),
      [
        { type: 'item.confirmed', sku: 'care-3y', quantity: 2, total: 298 },
        { type: 'item.confirmed', sku: 'pickup-parking', quantity: 1, total: 6 },
      ],
    );
    await comesTo(() => shop.deliveriesOf(order.id), ['delivered', 'delivered']);
    assert.deepEqual(checkout.faults, []);
    await checkout.close();
  });

  it('takes no message that the service has not signed', async () => {
    const before = await shop.rows('SELECT id FROM upsell_message');
    const body = JSON.stringify({ type: 'item.confirmed', data: {} });
    const signature = `v1,${Buffer.alloc(32).toString('base64')}`;
    const now = String(Math.floor(Date.now() / 1000));
    const response = await fetch(new URL('/hooks/upsell', shop.url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': 'made-up',
        'webhook-timestamp': now,
        'webhook-signature': signature,
      },
      body,
    });
    assert.equal(response.status, 401);
    assert.deepEqual(await shop.rows('SELECT id FROM upsell_message'), before);
  });
});

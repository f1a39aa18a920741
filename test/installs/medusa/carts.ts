import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comesTo, laptops, parking, plans } from './shop.ts';
import { obstacle, visitShop } from './started.ts';

/** Both carts, by the shop's rows and by what the element holds. */
describe('a cart of a shop on Medusa', { skip: obstacle }, () => {
  it('has a care plan for each laptop, as many as there are', async () => {
    const { checkout, lines, end } = await visitShop();
    await checkout.addPlan();
    await comesTo(lines, [plans(1), laptops(1)]);
    await checkout.oneMoreLaptop();
    await comesTo(lines, [plans(2), laptops(2)]);
    await comesTo(checkout.held, { 'care-3y': 2 });
    await checkout.pressInCart('Remove Aldermoor Slate 14');
    await comesTo(lines, []);
    await comesTo(checkout.held, {});
    await end();
  });

  it('refuses a third parking place, of which it has two, and the offer goes back', async () => {
    const { checkout, lines, end } = await visitShop();
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
    await end();
  });

  for (const first of ['cart', 'offers'] as const) {
    it(`has the same after a reload that brings the ${first} first`, async () => {
      const { checkout, lines, end } = await visitShop();
      await checkout.addPlan();
      await checkout.oneMoreLaptop();
      await checkout.addParking();
      await comesTo(lines, [plans(2), parking(1), laptops(2)]);
      await checkout.reload(first);
      await comesTo(checkout.held, { 'care-3y': 2, 'pickup-parking': 1 });
      assert.deepEqual(await lines(), [plans(2), parking(1), laptops(2)]);
      await checkout.oneMoreLaptop();
      await comesTo(lines, [plans(3), parking(1), laptops(3)]);
      await end();
    });
  }

  it('begins anew, with its offers, where the shop has none any more', async () => {
    const { shop, checkout, end } = await visitShop();
    const { page } = checkout;
    await page.evaluate(() => localStorage.setItem('cart', 'cart_of_another_shop'));
    await page.reload();
    await checkout.addPlan();
    await page.locator('[data-line="care-3y"]').waitFor();
    const cartId = await page.evaluate(() => localStorage.getItem('cart') ?? '');
    assert.deepEqual(await shop.linesOf(cartId), [plans(1), laptops(1)]);
    await end();
  });

  it('takes no message that the service has not signed', async () => {
    const { shop, end } = await visitShop();
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
    await end();
  });
});

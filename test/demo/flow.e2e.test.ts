import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { orderOf, startShopper } from '../support/shopper.ts';

describe('an order from the cart to the receipt', () => {
  let shop: Awaited<ReturnType<typeof startShopper>>;
  before(async () => {
    shop = await startShopper();
  });
  after(() => shop.stop());

  it('is held, paid and confirmed with its extras: the concert, first-party', async () => {
    const shopper = await shop.enter('');
    const isAt = (step: string) =>
      shopper.page.locator('.steps [aria-current="step"]', { hasText: step }).waitFor();
    await isAt('Cart');
    await shopper.checkOut();
    await isAt('Extras');
    await shopper.add('Add parking');
    await shopper.press('Add one Garage parking');
    await shopper.line('parking-a', '$70.00');
    await shopper.goOn();
    const orderId = orderOf(shopper.page);
    assert.deepEqual((await shop.rowsOf(orderId)).holds, ['parking-a 2 × 3500 held']);
    await isAt('Payment');
    await shopper.pay();
    await isAt('Receipt');
    await shopper.page.getByRole('link', { name: 'Confirmation of Garage parking' }).waitFor();
    assert.deepEqual(await shop.rowsOf(orderId), {
      holds: ['parking-a 2 × 3500 confirmed'],
      orders: 1,
      messages: ['item.confirmed delivered'],
      received: ['item.confirmed parking-a 2 70'],
      paid: '36950 USD',
      refunds: [],
    });
    await shopper.leave();
  });

  it('shows both sides of the wire, and the key to nobody', async () => {
    const shopper = await shop.enter('');
    const { page } = shopper;
    const bodies: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/merchant/')) bodies.push(response.text().catch(() => ''));
    });
    await shopper.checkOut();
    await shopper.add('Add parking');
    await page.locator('.demo summary').click();
    await page.locator('[data-log="rows"]', { hasText: '← V2_CART_ITEM_UPDATED' }).waitFor();
    await page.locator('[data-call="/v1/placements/any"]', { hasText: '{"result":true}' }).waitFor();
    await shopper.goOn();
    await page.locator('.demo summary').click();
    await page.locator('[data-call="/v1/cart/reserve"]', { hasText: 'itemReservationId' }).waitFor();
    const told = (await Promise.all(bodies)).join();
    assert.match(told, /placements\/any/);
    assert.doesNotMatch(told, /skeletonkey/);
    await shopper.leave();
  });

  it('costs what the shop says, whatever a page sends', async () => {
    const open = { story: 'concert', quantities: { 'gala-104-8': -5 }, delivery: 9 };
    const ask = async (method: string, path: string, body: object) => {
      const response = await fetch(`${shop.url}merchant/${path}`, { method, body: JSON.stringify(body) });
      return { status: response.status, ...((await response.json()) as { orderId: string; total: number }) };
    };
    const { orderId, total } = await ask('POST', 'orders', open);
    assert.equal(total, 0);
    await ask('PUT', `orders/${orderId}/reservation`, { selected: [] });
    const payment = { cardNumber: '4242424242424242', total };
    assert.equal((await ask('POST', `orders/${orderId}/payment`, payment)).status, 409);
    await ask('DELETE', `orders/${orderId}/reservation`, {});
    const more = await ask('PUT', `orders/${orderId}/cart`, {
      ...{ quantities: { 'gala-104-8': 60 }, delivery: 0, selected: [] },
    });
    assert.equal(more.total, 6 * (12_900 + 1_850 + 225));
    assert.equal((await ask('PUT', `orders/${orderId}/cart`, {})).status, 400);
    assert.equal((await shop.rowsOf(orderId)).paid, undefined);
  });

  it('asks anew what there is to show, for a cart that was changed, in the same session', async () => {
    const shopper = await shop.enter('');
    const { page } = shopper;
    await shopper.checkOut();
    await shopper.add('Add parking');
    await page.goBack();
    await shopper.press('Add one Midwinter Gala ticket');
    await shopper.line('gala-104-8', '$387.00');
    await page.locator('.summary .primary').click();
    await shopper.line('parking-a', '$35.00');
    const { calls, order } = await shop.told(orderOf(page));
    assert.deepEqual(
      calls.map(({ path }) => path),
      ['/v1/placements/any', '/v1/placements/any'],
    );
    await shopper.goOn();
    assert.equal((await shop.told(orderOf(page))).order.sessionId, order.sessionId);
    await shopper.pay();
    assert.equal((await shop.rowsOf(orderOf(page))).paid, '48425 USD');
    await shopper.leave();
  });

  it('is recorded without extras, too', async () => {
    const shopper = await shop.enter('');
    await shopper.checkOut();
    await shopper.goOn();
    const orderId = orderOf(shopper.page);
    await shopper.pay();
    const { holds, orders, paid } = await shop.rowsOf(orderId);
    assert.deepEqual({ holds, orders, paid }, { holds: [], orders: 1, paid: '29950 USD' });
    await shopper.leave();
  });

  it('lets go of what is held when the shopper goes back, and holds it anew', async () => {
    const shopper = await shop.enter('');
    await shopper.checkOut();
    await shopper.add('Add parking');
    await shopper.goOn();
    const orderId = orderOf(shopper.page);
    await shopper.page.goBack();
    await shopper.line('parking-a', '$35.00');
    assert.deepEqual((await shop.rowsOf(orderId)).holds, ['parking-a 1 × 3500 released']);
    await shopper.goOn();
    await shopper.pay();
    const { holds, received } = await shop.rowsOf(orderId);
    assert.deepEqual(holds, ['parking-a 1 × 3500 released', 'parking-a 1 × 3500 confirmed']);
    assert.deepEqual(received, ['item.confirmed parking-a 1 35']);
    await shopper.leave();
  });

  it('gives back what is cancelled from the receipt', async () => {
    const shopper = await shop.enter('');
    await shopper.checkOut();
    await shopper.add('Add parking');
    await shopper.goOn();
    const orderId = orderOf(shopper.page);
    await shopper.pay();
    await shopper.press('Cancel Garage parking');
    await shopper.press('Keep');
    await shopper.press('Cancel Garage parking');
    await shopper.press('Cancel it');
    await shopper.page.getByText('Cancelled, and its price given back').waitFor();
    // The button is gone, and the focus is beside where it was.
    await shopper.page.locator('[data-ordered="parking-a"] a:focus').waitFor();
    const { holds, received, paid, refunds } = await shop.rowsOf(orderId);
    assert.deepEqual(holds, ['parking-a 1 × 3500 cancelled']);
    assert.deepEqual(received, ['item.confirmed parking-a 1 35', 'item.cancelled parking-a 1 35']);
    assert.deepEqual([paid, refunds], ['33450 USD', [3500]]);
    await shopper.leave();
  });

  it('takes another card after one that was declined, and charges once', async () => {
    const shopper = await shop.enter('');
    await shopper.checkOut();
    await shopper.add('Add parking');
    await shopper.goOn();
    const orderId = orderOf(shopper.page);
    await shopper.payWith('Declined');
    await shopper.page.getByText('Your bank has declined this card').waitFor();
    const declined = await shop.rowsOf(orderId);
    assert.deepEqual([declined.holds, declined.paid], [['parking-a 1 × 3500 held'], undefined]);
    await shopper.pay();
    assert.equal((await shop.rowsOf(orderId)).paid, '33450 USD');
    await shopper.leave();
  });
});

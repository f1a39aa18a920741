import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Route } from 'playwright-core';
import { caseOf } from '../../demo/cases/cases.mjs';
import { startDemoServer } from '../../demo/server.mjs';
import { createDeferred } from '../../src/testing/deferred.ts';
import { CaseOrder } from '../support/case-order.ts';
import { rowsOf, type Running } from '../support/demo-rows.ts';
import { orderOf, startShopper } from '../support/shopper.ts';

const SOLD = {
  holds: ['parking-a 1 × 3500 confirmed'],
  received: ['item.confirmed parking-a 1 35'],
  paid: '33450 USD',
};

describe('an order that is interrupted', () => {
  let shop: Awaited<ReturnType<typeof startShopper>>;
  /** When the bank of the late card answers. */
  let bank = createDeferred<undefined>();
  before(async () => {
    shop = await startShopper({ lateness: () => bank.promise });
  });
  after(() => shop.stop());

  /** A shopper at the payment, with parking. */
  const enterPayment = async () => {
    const shopper = await shop.enter('');
    await shopper.checkOut();
    await shopper.add('Add parking');
    await shopper.goOn();
    await shopper.page.getByRole('button', { name: 'Pay $334.50' }).waitFor();
    return { shopper, page: shopper.page, orderId: orderOf(shopper.page) };
  };
  const soldOf = async (orderId: string) => {
    const { holds, received, paid } = await shop.rowsOf(orderId);
    return { holds, received, paid };
  };

  it('is the same after a reload at each step', async () => {
    const shopper = await shop.enter('');
    const { page } = shopper;
    await shopper.press('Add one Midwinter Gala ticket');
    await shopper.checkOut();
    await shopper.add('Add parking');
    await page.reload();
    await shopper.line('parking-a', '$35.00');
    await page.locator('rokt-upsell-offers').getByText('Added').first().waitFor();
    await shopper.goOn();
    await page.getByRole('button', { name: 'Pay $484.25' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Pay $484.25' }).waitFor();
    await page.getByRole('timer').waitFor();
    await shopper.pay();
    await page.reload();
    await page.getByRole('link', { name: 'Confirmation of Garage parking' }).waitFor();
    assert.deepEqual(await soldOf(orderOf(page)), { ...SOLD, paid: '48425 USD' });
    await shopper.leave();
  });

  it('leads from the back button to its receipt once it is paid', async () => {
    const { shopper, page, orderId } = await enterPayment();
    await shopper.pay();
    await page.goBack();
    await page.waitForURL(/receipt/);
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    assert.deepEqual(await soldOf(orderId), SOLD);
    await shopper.leave();
  });

  it('is paid once by two tabs, and both come to the receipt', async () => {
    const { shopper, page, orderId } = await enterPayment();
    const twin = await shop.enter(`pay.html?order=${orderId}`);
    await twin.page.getByRole('button', { name: 'Pay $334.50' }).waitFor();
    await Promise.all([shopper.pay(), twin.pay()]);
    assert.equal(orderOf(page), orderOf(twin.page));
    assert.deepEqual(await soldOf(orderId), SOLD);
    await twin.leave();
    await shopper.leave();
  });

  it('is not charged at a total that another tab has changed', async () => {
    const { shopper, page, orderId } = await enterPayment();
    const twin = await shop.enter(`extras.html?order=${orderId}`);
    await twin.add('Add protection');
    await twin.goOn();
    await shopper.payWith('Accepted');
    await page.getByText('Your order was changed in another window').waitFor();
    assert.equal((await shop.rowsOf(orderId)).paid, undefined);
    await page.getByRole('button', { name: 'Pay $353.40' }).waitFor();
    await shopper.pay();
    assert.equal((await shop.rowsOf(orderId)).paid, '35340 USD');
    await twin.leave();
    await shopper.leave();
  });

  it('goes on where a page was closed in the middle of the payment', async () => {
    bank = createDeferred<undefined>();
    const { shopper, orderId } = await enterPayment();
    await shopper.payWith('The bank answers late');
    await shopper.page.getByRole('button', { name: 'Waiting for your bank' }).waitFor();
    await shopper.leave();
    const later = await shop.enter(`extras.html?order=${orderId}`);
    await later.page.waitForURL(/pay\.html/);
    await later.page.getByText('nothing is charged twice').waitFor();
    bank.resolve(undefined);
    await later.page.waitForURL(/receipt/);
    assert.deepEqual(await soldOf(orderId), SOLD);
    await later.leave();
  });

  it('is paid once where the answer to its payment is lost', async () => {
    const { shopper, page, orderId } = await enterPayment();
    const lose = async (route: Route) => {
      await route.fetch();
      await route.abort();
    };
    await page.route('**/payment', lose, { times: 1 });
    await shopper.payWith('Accepted');
    await page.getByText('Nothing is charged twice: please try again.').waitFor();
    await shopper.pay();
    assert.deepEqual(await soldOf(orderId), SOLD);
    await shopper.leave();
  });

  it('is over once it is paid: its cart begins another one', async () => {
    const { shopper, page, orderId } = await enterPayment();
    await shopper.pay();
    await page.goto(`${shop.url}?order=${orderId}`);
    await page.locator('[data-line]').waitFor();
    await page.locator('.summary .primary').click();
    await page.waitForURL(/extras\.html/);
    assert.notEqual(orderOf(page), orderId);
    assert.deepEqual(await soldOf(orderId), SOLD);
    await shopper.leave();
  });

  it('says so where the shop does not answer, and goes on when it does', async () => {
    const { shopper, page } = await enterPayment();
    await page.route('**/merchant/orders/*', (route) => route.abort(), { times: 1 });
    await page.reload();
    await page.getByRole('link', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Pay $334.50' }).waitFor();
    await shopper.leave();
  });

  it('says so where there is no such order', async () => {
    const shopper = await shop.enter('pay.html?order=none');
    await shopper.page.getByText('There is no such order').waitFor();
    await shopper.leave();
  });
});

describe('a shop that ends in the middle', () => {
  let data: string;
  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'rokt-upsell-shop-'));
  });
  after(() => rm(data, { recursive: true }));

  it('confirms what is paid when it is back, once', async () => {
    const first = await startDemoServer({ port: 0, data });
    const { upsell } = (await first.backEnd.start()) as Running;
    const order = new CaseOrder(first.url, caseOf('shown')!, null);
    await order.goToPayment();
    upsell.service.faults.add({ operation: 'cart.confirm', status: 503 });
    await order.pay();
    assert.equal(order.order.state, 'paid');
    await first.close();

    const second = await startDemoServer({ port: 0, data });
    const { holds, received, paid } = await rowsOf(second.backEnd, order.order.orderId);
    assert.deepEqual({ holds, received, paid }, SOLD);
    await second.close();
  });

  it('has charged nothing where the bank had not answered, and takes the payment when it is back', async () => {
    const first = await startDemoServer({ port: 0, data, lateness: () => createDeferred().promise });
    const order = new CaseOrder(first.url, { ...caseOf('shown')!, card: 'late' }, null);
    await order.goToPayment();
    const payment = order.pay().catch(() => 'lost');
    while (order.order.state !== 'paying') ({ order: order.order } = await order.read());
    await first.close();
    assert.equal(await payment, 'lost');

    const second = await startDemoServer({ port: 0, data });
    const again = new CaseOrder(second.url, caseOf('shown')!, null);
    ({ order: again.order } = await again.read(order.order.orderId));
    assert.equal(again.order.state, 'held');
    await again.act('PUT', 'reservation', { selected: again.order.held });
    assert.equal(await again.pay(), undefined);
    const { holds, received, paid } = await rowsOf(second.backEnd, again.order.orderId);
    assert.deepEqual({ holds, received, paid }, SOLD);
    await second.close();
  });
});

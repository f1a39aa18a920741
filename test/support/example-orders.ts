import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createDeferred } from '../../src/testing/deferred.ts';
import { orderOf, startShopper } from './shopper.ts';

type Shop = Awaited<ReturnType<typeof startShopper>>;

/** Describes what becomes of an order in the pages of an example: on the screen, and in the rows of both back ends. */
export function describeOrders(title: string, pages: string): void {
  describe(title, () => {
    let shop: Shop;
    const bank = createDeferred<undefined>();
    before(async () => {
      shop = await startShopper({ pages, lateness: () => bank.promise });
    });
    after(() => shop.stop());

    it('is reserved, chosen anew, declined, paid and confirmed', () => buyParking(shop));

    it('waits for what the shopper says of a price that has risen, also when the page is loaded again, with hosted offers', () =>
      keepDearer(shop));

    it('is taken without extras where the offers fail', () => buyWithoutOffers(shop));

    it('goes from the cart to the payment where there is nothing to show', () => buyNothingToShow(shop));

    it('lets go of nothing while it is paid, wherever the shopper presses', () =>
      payLate(shop, () => bank.resolve(undefined)));
  });
}

async function buyParking(shop: Shop): Promise<void> {
  const shopper = await shop.enter('');
  const { page } = shopper;
  await shopper.checkOut();
  await shopper.add('Add parking');
  await shopper.goOn();
  const order = orderOf(page);
  // The total is the reservation's, which says how long it lasts.
  await page.getByRole('button', { name: 'Pay $334.50' }).waitFor();
  await page
    .getByRole('timer')
    .getByText(/\d:\d\d/)
    .waitFor();
  assert.deepEqual((await shop.rowsOf(order)).holds, ['parking-a 1 × 3500 held']);

  await page.getByRole('link', { name: 'Extras' }).click();
  await page.locator('h1:focus').waitFor();
  await shopper.line('parking-a', '$35.00');
  assert.deepEqual((await shop.rowsOf(order)).holds, ['parking-a 1 × 3500 released']);
  await shopper.goOn();

  await shopper.payWith('Declined');
  await page.locator('.order-status', { hasText: 'declined' }).waitFor();
  const declined = await shop.rowsOf(order);
  assert.deepEqual([declined.paid, declined.received], [undefined, []]);

  await shopper.pay();
  await page.locator('[data-ordered="parking-a"]', { hasText: '$35.00' }).waitFor();
  await page.locator('.receipt .delivered').waitFor();
  const { holds, orders, messages, received, paid, refunds } = await shop.rowsOf(order);
  assert.deepEqual(
    { holds, orders, messages, received, paid, refunds },
    {
      holds: ['parking-a 1 × 3500 released', 'parking-a 1 × 3500 confirmed'],
      orders: 1,
      messages: ['item.confirmed delivered'],
      received: ['item.confirmed parking-a 1 35'],
      paid: '33450 USD',
      refunds: [],
    },
  );
  const confirmation = await page
    .getByRole('link', { name: 'Confirmation of Garage parking' })
    .getAttribute('href');
  const response = await page.request.get(confirmation ?? '');
  assert.equal(response.status(), 200);
  await shopper.leave();
}

async function buyWithoutOffers(shop: Shop): Promise<void> {
  const shopper = await shop.enter('?launcher=hosted&fault=script-404');
  await shopper.checkOut();
  await shopper.page.getByText('Extras cannot be shown right now.').waitFor();
  await shopper.goOn();
  await shopper.pay();
  const { holds, received, paid } = await shop.rowsOf(orderOf(shopper.page));
  assert.deepEqual({ holds, received, paid }, { holds: [], received: [], paid: '29950 USD' });
  await shopper.leave();
}

async function buyNothingToShow(shop: Shop): Promise<void> {
  const shopper = await shop.enter('?case=nothing-to-show');
  await shopper.goOn();
  const steps = await shopper.page.getByRole('navigation').getByRole('listitem').allTextContents();
  assert.deepEqual(
    steps.map((step) => step.trim()),
    ['Cart', 'Payment', 'Receipt'],
  );
  await shopper.leave();
}

async function payLate(shop: Shop, answer: () => void): Promise<void> {
  const shopper = await shop.enter('?case=nothing-to-show');
  const { page } = shopper;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.method()));
  await shopper.goOn();
  await shopper.payWith('The bank answers late');
  await page.getByRole('button', { name: 'Waiting for your bank' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Cart' }).click();
  answer();
  await page.locator('.receipt').waitFor();
  assert.ok(!asked.includes('DELETE'));
  await shopper.leave();
}

async function keepDearer(shop: Shop): Promise<void> {
  const shopper = await shop.enter('?launcher=hosted&case=dearer');
  const { page } = shopper;
  await shopper.checkOut();
  await shopper.add('Add Test item: dearer');
  await shopper.goOn();
  await page.getByText('the price is now $12.50 (was $10.00)').waitFor();
  await page.reload();
  await page.locator('.primary[aria-disabled="true"]', { hasText: 'Pay $312.00' }).waitFor();
  await shopper.press('Keep Test item: dearer');
  await shopper.pay();
  const order = orderOf(page);
  const { accountId } = (await shop.told(order)).order;
  const { holds, paid } = await shop.rowsOf(order, accountId);
  assert.deepEqual([holds, paid], [['test-dearer 1 × 1250 confirmed'], '31200 USD']);
  await shopper.leave();
}

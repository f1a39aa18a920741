import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createDeferred } from '../../src/testing/deferred.ts';
import type { Running } from '../support/demo-rows.ts';
import { orderOf, startShopper } from '../support/shopper.ts';

describe('a case on screen', () => {
  let shop: Awaited<ReturnType<typeof startShopper>>;
  let bank = createDeferred<undefined>();
  before(async () => {
    shop = await startShopper({ lateness: () => bank.promise });
  });
  after(() => shop.stop());

  /** By its link on the page of cases, to the extras. */
  const enter = async (name: string) => {
    const shopper = await shop.enter('cases.html');
    await shopper.page.locator(`[data-case="${name}"]`).click();
    await shopper.checkOut();
    return shopper;
  };
  const rowsOf = async (orderId: string) => {
    const response = await fetch(`${shop.url}merchant/orders/${orderId}`);
    const { accountId } = (await response.json()) as { accountId: string };
    return shop.rowsOf(orderId, accountId);
  };
  type Entered = Awaited<ReturnType<typeof enter>>;
  const enterPayment = async (name: string, ...offers: string[]) => {
    const shopper = await enter(name);
    for (const offer of offers) await shopper.add(offer);
    await shopper.goOn();
    return shopper;
  };
  const says = ({ page }: Entered, text: string | RegExp) => page.getByText(text).first().waitFor();

  for (const name of ['nothing-to-show', 'any-fails']) {
    it(`${name}: goes from the cart to the payment`, async () => {
      const shopper = await enter(name);
      await shopper.page.waitForURL(/pay\.html/);
      await shopper.pay();
      const { holds, orders, paid } = await rowsOf(orderOf(shopper.page));
      assert.deepEqual({ holds, orders, paid }, { holds: [], orders: 1, paid: '29950 USD' });
      await shopper.leave();
    });
  }

  it('one-refused: says which, and charges the other', async () => {
    const shopper = await enterPayment('one-refused', 'Add parking', 'Add Test item: sold out');
    await says(shopper, /Test item: sold out is not part of your order: it has just sold out/);
    await shopper.pay();
    const { holds, paid } = await rowsOf(orderOf(shopper.page));
    assert.deepEqual([holds, paid], [['parking-a 1 × 3500 confirmed'], '33450 USD']);
    await shopper.leave();
  });

  it('dearer: shows the new price and charges it once it is kept', async () => {
    const shopper = await enterPayment('dearer', 'Add Test item: dearer');
    await says(shopper, 'the price is now $12.50 (was $10.00)');
    assert.equal(await shopper.page.locator('.primary').getAttribute('aria-disabled'), 'true');
    await shopper.press('Keep Test item: dearer');
    await shopper.page.locator('.primary:focus').waitFor();
    await shopper.pay();
    const { holds, paid } = await rowsOf(orderOf(shopper.page));
    assert.deepEqual([holds, paid], [['test-dearer 1 × 1250 confirmed'], '31200 USD']);
    await shopper.leave();
  });

  it('dearer: lets go of what is removed', async () => {
    const shopper = await enterPayment('dearer', 'Add Test item: dearer');
    await shopper.press('Remove Test item: dearer');
    await shopper.pay();
    const { holds, paid } = await rowsOf(orderOf(shopper.page));
    assert.deepEqual([holds, paid], [['test-dearer 1 × 1250 released'], '29950 USD']);
    await shopper.leave();
  });

  it('hold-runs-out: says so, charges nothing, and holds anew', async () => {
    const shopper = await enterPayment('hold-runs-out', 'Add Test item: short hold');
    await says(shopper, /held at these prices/);
    await says(shopper, 'The time for your extras is over, and nothing was charged.');
    await shopper.press('Hold them again');
    await shopper.pay();
    const { holds, paid } = await rowsOf(orderOf(shopper.page));
    assert.deepEqual(holds, ['test-short-hold 1 × 1000 expired', 'test-short-hold 1 × 1000 confirmed']);
    assert.equal(paid, '30950 USD');
    await shopper.leave();
  });

  it('hold-runs-out: goes on without', async () => {
    const shopper = await enterPayment('hold-runs-out', 'Add Test item: short hold');
    await shopper.press('Go on without extras');
    await shopper.pay();
    assert.equal((await rowsOf(orderOf(shopper.page))).paid, '29950 USD');
    await shopper.leave();
  });

  it('late: gives back what was refused after the payment, and says so', async () => {
    bank = createDeferred<undefined>();
    const shopper = await enterPayment('late', 'Add parking', 'Add Test item: short hold');
    const orderId = orderOf(shopper.page);
    await shopper.payWith('The bank answers late');
    await shopper.page.getByRole('button', { name: 'Waiting for your bank' }).waitFor();
    const { cases } = (await shop.backEnd.start()) as Running;
    const response = await fetch(`${shop.url}merchant/orders/${orderId}`);
    const { accountId } = (await response.json()) as { accountId: string };
    await cases.find(accountId)!.clock.advance(6_000);
    bank.resolve(undefined);
    await shopper.page.waitForURL(/receipt/);
    await says(
      shopper,
      /Test item: short hold could not be bought after all: the time to pay for it was over/,
    );
    await says(shopper, /We have given \$10\.00 back/);
    const { holds, paid, refunds } = await rowsOf(orderId);
    assert.deepEqual(holds.sort(), ['parking-a 1 × 3500 confirmed', 'test-short-hold 1 × 1000 expired']);
    assert.deepEqual([paid, refunds], ['34450 USD', [1000]]);
    await shopper.leave();
  });

  it('confirm-later: is paid at once, and bought when the service is back', async () => {
    const shopper = await enterPayment('confirm-later', 'Add parking');
    await shopper.pay();
    const { holds, orders, paid } = await rowsOf(orderOf(shopper.page));
    assert.deepEqual([holds, orders, paid], [['parking-a 1 × 3500 confirmed'], 1, '33450 USD']);
    await shopper.leave();
  });

  it('provider-down: is bought, and its message waits', async () => {
    const shopper = await enterPayment('provider-down', 'Add Test item: provider down');
    await shopper.pay();
    await shopper.page.getByRole('link', { name: 'Confirmation of Test item: provider down' }).waitFor();
    const { messages, received } = await rowsOf(orderOf(shopper.page));
    assert.deepEqual([messages, received], [['item.confirmed waiting'], []]);
    await shopper.leave();
  });

  it('declined: says so also after a reload', async () => {
    const shopper = await enterPayment('declined', 'Add parking');
    await shopper.payWith('Declined');
    await says(shopper, 'Your bank has declined this card');
    await shopper.page.reload();
    await says(shopper, 'Your bank has declined this card');
    await shopper.pay();
    assert.equal((await rowsOf(orderOf(shopper.page))).paid, '33450 USD');
    await shopper.leave();
  });

  it('cancel-fails: can be tried again', async () => {
    const shopper = await enterPayment('cancel-fails', 'Add parking');
    await shopper.pay();
    await shopper.press('Cancel Garage parking');
    await shopper.press('Cancel it');
    await says(shopper, 'It could not be cancelled just now');
    await shopper.press('Cancel Garage parking');
    await shopper.press('Cancel it');
    await says(shopper, 'Cancelled, and its price given back');
    const { holds, refunds } = await rowsOf(orderOf(shopper.page));
    assert.deepEqual([holds, refunds], [['parking-a 1 × 3500 cancelled'], [3500]]);
    await shopper.leave();
  });

  it('release-fails: takes the hold over when the shopper goes on again', async () => {
    const shopper = await enterPayment('release-fails', 'Add parking');
    await shopper.page.goBack();
    await shopper.line('parking-a', '$35.00');
    await shopper.page.locator('rokt-upsell-offers').getByText('Added').first().waitFor();
    await shopper.goOn();
    await shopper.pay();
    const { holds, paid } = await rowsOf(orderOf(shopper.page));
    assert.deepEqual(holds, ['parking-a 1 × 3500 released', 'parking-a 1 × 3500 confirmed']);
    assert.equal(paid, '33450 USD');
    await shopper.leave();
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { buy, type Checkout, type Control, hands, startCheckout } from './checkout.ts';

const offers = (name: string): Control => ({ within: 'offers', name });
const line = (id: string, name: string): Control => ({ within: `line ${id}`, name });

/** Who draws the offers. */
const LAUNCHERS = {
  'first-party': '',
  'hosted with shipped manners': '?launcher=hosted',
  'hosted with documented manners': '?launcher=hosted&manners=documented',
};

type Demo = Awaited<ReturnType<typeof startCheckout>>;

/** How a checkout differs from that of the demo. */
interface Differences {
  /** The folder of its pages, where they are not the demo's own. */
  readonly pages?: string;
  /** Comes to the extras, where a page does not start with them. */
  readonly enter?: (page: Page) => Promise<void>;
  /** By whose hands each launcher's carts are changed; by all without. */
  readonly hands?: Partial<Record<keyof typeof LAUNCHERS, readonly (keyof typeof hands)[]>>;
  /** Ends the order, and resolves with the place that says what was ordered; at the demo's receipt without. */
  readonly order?: (page: Page) => Promise<Locator>;
}

/** Describes what the concert checkout does, whoever has drawn it. */
export function describeConcert(
  title: string,
  { pages, enter, order = orderAtReceipt, ...differences }: Differences = {},
): void {
  describe(title, () => {
    let demo: Demo;
    before(async () => {
      demo = await startCheckout(pages);
    });
    after(() => demo.stop());
    const open = async (query: string) => {
      const checkout = await demo.open(query);
      await enter?.(checkout.page);
      return checkout;
    };

    for (const [mode, query] of Object.entries(LAUNCHERS)) {
      for (const hand of differences.hands?.[mode as keyof typeof LAUNCHERS] ??
        (['mouse', 'keys'] as const)) {
        it(`keeps both carts the same, ${mode}, by ${hand}`, async () => {
          const checkout = await open(query);
          const press = (control: Control) => hands[hand](checkout, control);
          await keepBothCartsTheSame(checkout, press);
          await checkout.page.close();
        });
      }
    }

    it('takes the order in a browser that is too old for the tag', async () => {
      await orderInAnOldBrowser(demo, order, enter);
    });

    it('has the facility fee as the shop’s own: in the total before any offer is there, and gone with the tickets', async () => {
      const checkout = await open('');
      const read = (selector: string) => checkout.page.locator(selector).textContent();
      await checkout.page.locator('.summary .total').getByText('$299.50').waitFor();
      assert.match((await read('.summary')) ?? '', /Venue facility fee.*\$4\.50/s);
      await hands.mouse(checkout, line('gala-104-8', 'Remove Midwinter Gala ticket'));
      await checkout.page.locator('.summary .total').getByText('$0.00').waitFor();
      assert.deepEqual(checkout.faults, []);
      await checkout.page.close();
    });

    it('asks for one selection however often the cart changes', async () => {
      const checkout = await open('');
      await checkout.reach('ready');
      const before = checkout.fetches();
      assert.equal(before.length, 1);
      for (let n = 0; n < 25; n++) {
        await hands.mouse(checkout, line('gala-104-8', 'Add one Midwinter Gala ticket'));
        await hands.mouse(checkout, line('gala-104-8', 'Remove one Midwinter Gala ticket'));
      }
      assert.deepEqual(checkout.fetches(), before);
      const loads = await checkout.page
        .locator('[data-log="rows"] li[data-event="placements-loading"]')
        .count();
      assert.equal(loads, 1);
      await checkout.page.close();
    });
  });
}

/** Parking comes and goes by both carts. */
async function keepBothCartsTheSame(
  checkout: Checkout,
  press: (control: Control) => Promise<void>,
): Promise<void> {
  await checkout.reach('ready');
  await press(offers('Add parking'));
  await checkout.line('parking-a', {
    name: 'Garage parking',
    'unit-price': '$35.00',
    quantity: '1',
    total: '$35.00',
  });
  await press(offers('Add one Garage parking'));
  await checkout.line('parking-a', { quantity: '2', total: '$70.00' });

  await press(line('parking-a', 'Remove one Garage parking'));
  await checkout.line('parking-a', { quantity: '1', total: '$35.00' });
  await checkout.offer('parking-a', ' 1');

  await press(line('parking-a', 'Remove Garage parking'));
  await checkout.line('parking-a', null);
  await checkout.offer('parking-a', 'Add parking');
  assert.deepEqual(checkout.faults, []);
}

async function orderInAnOldBrowser(
  { browser, addressOf }: Demo,
  order: (page: Page) => Promise<Locator>,
  enter: Differences['enter'],
): Promise<void> {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(() => Reflect.deleteProperty(HTMLElement.prototype, 'attachInternals'));
  await page.goto(await addressOf(''));
  await enter?.(page);
  await page.getByRole('button', { name: 'Add one Midwinter Gala ticket' }).click();
  assert.equal(await page.evaluate(() => customElements.get('rokt-upsell')), undefined);
  await (await order(page)).getByText('3 × Midwinter Gala ticket').waitFor();
  assert.deepEqual(faults, []);
  await page.close();
}

/** As the demo ends an order. */
async function orderAtReceipt(page: Page): Promise<Locator> {
  await buy(page);
  return page.locator('.receipt');
}

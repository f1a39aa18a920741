import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Control, hands, startCheckout } from '../support/checkout.ts';

const line = (id: string, name: string): Control => ({ within: `line ${id}`, name });

describe('the laptop checkout', () => {
  let demo: Awaited<ReturnType<typeof startCheckout>>;
  before(async () => {
    demo = await startCheckout();
  });
  after(() => demo.stop());

  for (const query of ['', '?launcher=hosted']) {
    it(`has a warranty for each laptop, and none without one ${query}`, async () => {
      const checkout = await demo.open(`laptop.html${query}`);
      await checkout.reach('ready');
      await hands.mouse(checkout, line('slate-14', 'Add one Aldermoor Slate 14'));
      await checkout.line('slate-14', { quantity: '2' });
      const add = checkout.drawn.locator(
        'rokt-upsell-offers [data-catalog-item-id="care-3y"] [part="accept"]',
      );
      await hands.mouse(checkout, { within: 'offers', name: (await add.textContent())!.trim() });
      await checkout.line('care-3y', { quantity: '2', total: '$298.00' });
      await checkout.offer('care-3y', '2 – one for each in your cart');
      await hands.mouse(checkout, line('slate-14', 'Add one Aldermoor Slate 14'));
      await checkout.line('care-3y', { quantity: '3' });
      await hands.mouse(checkout, line('slate-14', 'Remove Aldermoor Slate 14'));
      await checkout.line('care-3y', null);
      await add.waitFor();
      assert.deepEqual(checkout.faults, []);
      await checkout.page.close();
    });
  }
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buy, hands, startCheckout } from '../support/checkout.ts';

describe('the concert checkout with a fault', () => {
  let demo: Awaited<ReturnType<typeof startCheckout>>;
  before(async () => {
    demo = await startCheckout();
  });
  after(() => demo.stop());

  for (const { fault, phase, code } of [
    { fault: 'script-404', phase: 'failed', code: 'script-blocked' },
    { fault: 'never', phase: 'failed', code: 'script-timeout' },
    { fault: 'rejects', phase: 'failed', code: 'launcher-rejected' },
    { fault: 'no-offers', phase: 'empty', code: undefined },
  ]) {
    it(`${fault} ends in ${phase}${code ? ` as ${code}` : ''}, and the order goes through`, async () => {
      const checkout = await demo.open(`?fault=${fault}`);
      await checkout.reach(phase);
      const error = await checkout.page.evaluate(() => document.querySelector('rokt-upsell')?.error?.code);
      assert.equal(error, code);
      await buy(checkout.page);
      assert.deepEqual(checkout.faults, []);
      await checkout.page.close();
    });
  }

  it('refuses leaves the cart at the placement’s word', async () => {
    const checkout = await demo.open('?fault=refuses');
    await checkout.reach('ready');
    await hands.mouse(checkout, { within: 'offers', name: 'Add parking' });
    await checkout.line('parking-a', { quantity: '1' });
    await hands.mouse(checkout, { within: 'line parking-a', name: 'Remove Garage parking' });
    await checkout.line('parking-a', { quantity: '1', notice: 'still 1' });
    assert.match((await checkout.outcomes()).join('\n'), /refused/);
    await checkout.page.close();
  });
});

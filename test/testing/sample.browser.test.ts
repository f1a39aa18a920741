import { expect } from '@open-wc/testing';
import '../../src/define.ts';
import { createScriptedLauncher, createScriptedRokt } from '../../src/testing/index.ts';

for (const manners of ['documented', 'shipped'] as const) {
  it(`sells what is wished, and hears of the shopper, where Rokt is ${manners}`, async () => {
    const rokt = createScriptedLauncher({ manners });
    const upsell = document.createElement('rokt-upsell');
    upsell.launcher = rokt.launcher;
    document.body.append(upsell);

    // The page has asked for a selection: it gets one placement, which offers one item.
    const selection = await rokt.nextSelection();
    const [parking] = selection.offer([{ catalogItemId: 'parking', unitPrice: 35, maximum: 2 }]);
    selection.succeed();

    const { outcome } = await upsell.updateCartItem({ cartItemId: parking!.cartItemId, quantity: 2 });
    expect(outcome).to.equal('applied');
    expect(upsell.cartItems).to.deep.equal(selection.cartItems);

    selection.shopperSets({ ...parking!, quantity: 0 });
    expect(upsell.cartItems).to.deep.equal([]);

    upsell.remove();
    await selection.closed;
  });
}

it('makes the launcher with the page’s options, and selects for the page', async () => {
  const rokt = createScriptedRokt({ manners: 'shipped' });
  window.Rokt = rokt.global;
  const upsell = document.createElement('rokt-upsell');
  Object.assign(upsell, { accountId: '222', noTargeting: true, identifier: 'checkout' });
  document.body.append(upsell);

  const launcher = await rokt.nextLauncher();
  expect(launcher.options['noTargeting']).to.equal(true);
  const selection = await launcher.nextSelection();
  expect(selection.request.identifier).to.equal('checkout');

  upsell.remove();
});

afterEach(() => {
  delete window.Rokt;
});

import { expect } from '@open-wc/testing';
import type { CartItemUpdatedDetail } from '../../src/element/index.ts';
import { press } from '../support/gestures.ts';
import { buildOffer } from '../support/mount-offers.ts';
import { holdNetwork, mountOnNetwork } from '../support/offers-network.ts';
import { until } from '../support/until.ts';

/** Parking on a page whose work on each change of the shopper's goes on until the test ends it. */
async function mountAtWork(network: ReturnType<typeof holdNetwork>) {
  const offer = buildOffer({ maximum: 20 }, { cartItemId: 'a' });
  const mounted = await mountOnNetwork(network, [[offer]]);
  const { element, cards } = mounted;
  const works: { resolve: () => void; reject: (cause: Error) => void }[] = [];
  element.addEventListener('cart-item-updated', ({ detail }) => {
    if (detail.origin !== 'shopper') return;
    detail.waitUntil(new Promise<void>((resolve, reject) => works.push({ resolve, reject })));
  });
  const card = () => cards()[0]!;
  const field = () => card().querySelector('input')!;
  /** What the card has shown, in order. */
  const shown: string[] = [];
  const watch = new MutationObserver(() => shown.push(field().getAttribute('aria-valuenow')!));
  await press(mounted.button(card(), 'Add parking'));
  await mounted.settle();
  watch.observe(field(), { attributeFilter: ['aria-valuenow'] });
  const quantities = () =>
    mounted.events.map(({ detail }) => (detail as CartItemUpdatedDetail).cartItem?.quantity);
  const isBusy = () => card().getAttribute('aria-busy') === 'true';
  return { ...mounted, works, card, field, shown, quantities, isBusy };
}

describe('ten quick presses of + while the page still works on an earlier change', () => {
  let network: ReturnType<typeof holdNetwork>;
  beforeEach(() => {
    network = holdNetwork();
  });
  afterEach(() => network.restore());

  it('count ten, in order, each told and shown, and all of it once the page is done', async () => {
    const { element, button, card, field, works, shown, quantities, isBusy, settle } =
      await mountAtWork(network);
    await until(isBusy);
    await press(button(card(), 'Add one Parking'), 10);
    await settle();
    const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    expect(quantities()).to.deep.equal(steps);
    expect(shown).to.deep.equal(steps.slice(1).map(String));
    expect([field().value, isBusy()]).to.deep.equal(['11', true]);
    for (const { resolve } of works) resolve();
    await until(() => !isBusy());
    expect([field().value, element.cartItems[0]!.quantity]).to.deep.equal(['11', 11]);
    expect(quantities()).to.deep.equal(steps);
  });

  it('go back to what the page has taken where it refuses the last of them', async () => {
    const { element, button, card, field, works, quantities, isBusy, settle } = await mountAtWork(network);
    await press(button(card(), 'Add one Parking'), 10);
    await until(() => works.length === 11);
    const last = works.pop()!;
    for (const { resolve } of works) resolve();
    last.reject(new Error('The garage is full.'));
    await until(() => element.cartItems[0]!.quantity === 10);
    expect(quantities().at(-1)).to.equal(10);
    await until(() => !isBusy());
    await settle();
    expect(field().value).to.equal('10');
    expect(card().querySelector('.notice')!.textContent).to.contain('that change was not saved');
  });
});

import { expect } from '@open-wc/testing';
import { press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';

const notice = 'Parking: that change was not saved.';

async function mountParking() {
  const mounted = await mountOffers(
    [buildOffer({}, { cartItemId: 'a' }), buildOffer({}, { catalogItemId: 'tea', name: 'Tea' })],
    { heldItems: [{ cartItemId: 'last-time', catalogItemId: 'parking', quantity: 1 }] },
  );
  const { card, told } = mounted;
  const shown = (product = 'parking') => ({
    busy: card(product).getAttribute('aria-busy'),
    notice: card(product).querySelector('.notice [id]')?.textContent,
  });
  told.length = 0;
  return { ...mounted, shown };
}
const quiet = { busy: null, notice: undefined };

describe('the page’s work on an item', () => {
  it('makes its card busy, and no other, until it is done', async () => {
    const { shown, work, told, drawn } = await mountParking();
    await work('a', 'pending');
    expect([shown(), shown('tea')]).to.deep.equal([{ busy: 'true', notice: undefined }, quiet]);
    expect(drawn.items.map((item) => item.work)).to.deep.equal(['pending', undefined]);
    await work('a', 'done');
    expect(shown()).to.deep.equal(quiet);
    expect(told).to.deep.equal([]);
  });

  it('that failed is told on its card, also after the roll-back, until the shopper’s next step', async () => {
    const { shown, work, send, button, drawn } = await mountParking();
    await press(button('Add one Parking'));
    await work('a', 'pending');
    await work('a', 'failed');
    expect(shown()).to.deep.equal({ busy: null, notice });
    await send('a', 1);
    expect(shown()).to.deep.equal({ busy: null, notice });
    await press(button('Add one Parking'));
    await drawn.updateComplete;
    expect(shown()).to.deep.equal(quiet);
  });

  it('that failed can be tried again', async () => {
    const { shown, work, send, button, told, drawn } = await mountParking();
    await press(button('Add one Parking'));
    await work('a', 'failed');
    await send('a', 1);
    await press(button('Try again'));
    await drawn.updateComplete;
    expect(told.at(-1)!.cartItem!.quantity).to.equal(2);
    expect(told.at(-1)!.origin).to.equal('shopper');
    expect(shown()).to.deep.equal(quiet);
  });

  it('that failed is no concern of a shopper who has asked for nothing', async () => {
    const { shown, work } = await mountParking();
    await work('a', 'failed');
    expect(shown()).to.deep.equal(quiet);
  });

  it('that failed is no more told once the page works again', async () => {
    const { shown, work } = await mountParking();
    await work('a', 'failed');
    await work('a', 'pending');
    expect(shown()).to.deep.equal({ busy: 'true', notice: undefined });
  });

  it('that goes on stays so while the shopper goes on', async () => {
    const { shown, work, button, drawn } = await mountParking();
    await work('a', 'pending');
    await press(button('Add one Parking'));
    await drawn.updateComplete;
    expect(shown().busy).to.equal('true');
  });

  it('may name it by the id of an earlier impression', async () => {
    const { shown, work } = await mountParking();
    await work('last-time', 'pending');
    expect(shown().busy).to.equal('true');
  });

  it('is ignored for an item of nobody’s, in a state that is none, and in no message', async () => {
    const { shown, work, told, selection } = await mountParking();
    await work('nobody', 'failed');
    await work('a', 'broken');
    await work('a', 'toString');
    for (const data of [null, 'a', [], { state: 'failed' }, { cartItemId: 'a' }])
      await selection.send('ROKT_UPSELL_ITEM_WORK', data);
    expect([shown(), shown('tea'), told]).to.deep.equal([quiet, quiet, []]);
  });

  it('is no reason to call a quantity invalid', async () => {
    const { work, root } = await mountParking();
    await work('a', 'failed');
    expect(root.querySelector('input')!.getAttribute('aria-invalid')).to.equal('false');
  });
});

import { expect } from '@open-wc/testing';
import { press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';
import { warningsOf } from '../support/warnings.ts';

const mount = () =>
  mountOffers([buildOffer({}, { cartItemId: 'a' }), buildOffer({}, { catalogItemId: 'b' })], {
    heldItems: [{ cartItemId: 'x', catalogItemId: 'parking', quantity: 2 }],
  });

describe('what others have written into a card', () => {
  it('as a password manager fills a field is gone at once where it tells, else with the next change', async () => {
    const { root, send, told } = await mount();
    const field = root.querySelector('input')!;
    field.value = '7';
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    expect(field.value).to.equal('2');
    field.value = '7';
    await send('a', 3);
    expect(field.value).to.equal('3');
    expect(told.map(({ cartItem }) => cartItem!.quantity)).to.deep.equal([2, 3]);
  });

  it('as a translator wraps texts is what is held after the next change', async () => {
    const { root, card, send, drawn } = await mount();
    translate(root);
    await send('a', 3);
    expect(card().querySelector('.total')!.textContent).to.equal('Total $105.30');
    await send('a', 0);
    await press(card().querySelector('[part="accept"]')!);
    await drawn.updateComplete;
    expect(card().querySelector('.total')!.textContent).to.equal('Total $35.10');
    expect(card().querySelector('.state')!.textContent).to.equal('Added');
  });

  it('as a dark-mode tool puts its styles first is left alone', async () => {
    const { root, card, send } = await mount();
    const style = document.createElement('style');
    root.prepend(style);
    await send('a', 3);
    expect(root.firstChild).to.equal(style);
    expect(card().querySelector('.total')!.textContent).to.equal('Total $105.30');
    expect(root.querySelectorAll('section')).to.have.length(1);
  });

  it('is no gesture: element.click() on Add does nothing, and says once why', async () => {
    const { button, told } = await mount();
    told.length = 0;
    const warned = await warningsOf(async () => {
      button('Add parking').click();
      button('Add parking').click();
    });
    expect(told).to.deep.equal([]);
    // It may have warned in this page before.
    expect(warned.length).to.be.below(2);
    for (const text of warned) expect(text).to.contain('updateCartItem');
  });
});

describe('one change', () => {
  it('inside its bounds is two mutations in its card and none in any other', async () => {
    const { root, send } = await mount();
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((more) => records.push(...more));
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    await send('a', 3);
    records.push(...observer.takeRecords());
    // The bench reads it here.
    console.log(`one change: ${records.length} mutations`);
    expect(records.map(({ type }) => type).sort()).to.deep.equal(['attributes', 'childList']);
    records.length = 0;
    await send('a', 3);
    records.push(...observer.takeRecords());
    expect(records).to.deep.equal([]);
  });

  it('of one in fifty evaluates its card alone', async () => {
    const fifty = Array.from({ length: 50 }, (_, n) =>
      buildOffer({}, { catalogItemId: `p${n}`, cartItemId: `p${n}` }),
    );
    let read = 0;
    const counted = fifty.map((offer) => ({
      ...offer,
      get taxNote() {
        read++;
        return 'incl. tax';
      },
    }));
    const { drawn, card } = await mountOffers(fifty);
    drawn.items = drawn.items.map((item, n) => ({ ...item, offer: counted[n]! }));
    await drawn.updateComplete;
    expect(read).to.equal(50);
    const [first, ...others] = drawn.items;
    drawn.items = [{ ...first!, quantity: 1 }, ...others.map((item) => ({ ...item }))];
    await drawn.updateComplete;
    expect(read).to.equal(51);
    expect(card('p0').className).to.contain('added');
  });
});

/** Does what a translator in a browser does: each text is in elements of its own, in other words. */
function translate(root: ParentNode): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const outer = document.createElement('span');
    outer.append(document.createElement('span'));
    outer.firstElementChild!.textContent = `«${text.data}»`;
    text.replaceWith(outer);
  }
}

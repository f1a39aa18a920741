import { expect } from '@open-wc/testing';
import { focused, keys, press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';
import { until } from '../support/until.ts';

const long = 'Add the garage parking two blocks away';
const parking = (offer: object = {}, item: object = {}) => buildOffer(offer, { cartItemId: 'a', ...item });

describe('a card', () => {
  for (const width of [280, 360, 900])
    for (const [words, offer] of [
      ['short words', {}],
      ['long ones', { positiveResponseText: long, negativeResponseText: long }],
      ['one of it', { maximum: 1 }],
    ] as const)
      it(`keeps its height through every state, so that nothing slides under a thumb: ${width} px, ${words}`, async () => {
        const { mount, card, button, drawn, send, work, root } = await mountOffers([
          parking(offer, { catalogItemId: `height-${width}-${words}` }),
          buildOffer({}, { catalogItemId: 'b' }),
        ]);
        mount.style.inlineSize = `${width}px`;
        await document.fonts.ready;
        const id = `height-${width}-${words}`;
        const heights: Record<string, number> = {};
        const note = async (name: string) => {
          await drawn.updateComplete;
          heights[name] = Math.round(card(id).getBoundingClientRect().height);
        };
        await note('available');
        // By key, since the rest of a hurried finger's press counts for nothing.
        const use = async (control: HTMLElement) => {
          control.focus();
          await keys('Enter');
        };
        await use(root.querySelector('[part="accept"]')!);
        await note('added');
        await work('a', 'pending');
        await note('adding');
        await work('a', 'done');
        await send('a', 1);
        await use(button('Remove Parking'));
        await note('removed');
        await use(button('Undo: keep Parking'));
        await note('added again');
        await send('a', 0);
        await use(root.querySelector('[part="decline"]')!);
        await note('declined');
        expect(new Set(Object.values(heights)).size, JSON.stringify(heights)).to.equal(1);
      });

  it('says that it is added, by a sign, a tint and words', async () => {
    const { card, button, drawn } = await mountOffers();
    const before = getComputedStyle(card()).backgroundColor;
    await press(button('Add parking'));
    await drawn.updateComplete;
    await until(() => getComputedStyle(card()).backgroundColor !== before);
    expect(card().querySelector('.state')!.textContent).to.equal('Added');
    expect(card().querySelector('.state svg')).to.not.equal(null);
  });

  it('shows what takes its time only after a moment, and says that it is busy at once', async () => {
    const { card, button, work } = await mountOffers([parking()]);
    await press(button('Add parking'));
    await work('a', 'pending');
    expect(card().getAttribute('aria-busy')).to.equal('true');
    expect(card().getAttribute('part')).to.equal('card added adding');
    const { animationDelay } = getComputedStyle(card().querySelector('.spinner')!);
    expect(animationDelay).to.contain('0.3s');
  });

  it('that is sold out has a badge in place of its buttons, and stands last', async () => {
    const gone = buildOffer({ inventoryStatus: 'outofstock' }, { catalogItemId: 'gone', name: 'Shuttle' });
    const { root, card } = await mountOffers([gone, buildOffer()]);
    const order = [...root.querySelectorAll<HTMLElement>('.card')].map(
      ({ dataset }) => dataset['catalogItemId'],
    );
    expect(order).to.deep.equal(['parking', 'gone']);
    expect(card('gone').querySelector('.badge')!.textContent).to.equal('Sold out');
    expect(card('gone').querySelector('button')).to.equal(null);
  });

  it('that is sold out and held says that there are no more, and lets go of what is held', async () => {
    const { card, button, drawn } = await mountOffers([parking({ inventoryStatus: 'OutOfStock' })], {
      heldItems: [{ cartItemId: 'x', catalogItemId: 'parking', quantity: 2 }],
    });
    expect(card().querySelector('.state')!.textContent).to.equal('No more available');
    await press(button('Add one Parking'));
    await drawn.updateComplete;
    expect(card().querySelector('.notice')!.textContent).to.equal('No more available');
    await press(button('Remove one Parking'));
    await drawn.updateComplete;
    expect(card().querySelector('input')!.value).to.equal('1');
  });

  it('says why + does nothing at the maximum, until the next input', async () => {
    const { card, button, drawn, send } = await mountOffers([parking()]);
    await send('a', 4);
    expect(button('Add one Parking').getAttribute('aria-disabled')).to.equal('true');
    await press(button('Add one Parking'));
    await drawn.updateComplete;
    expect(card().querySelector('.notice')!.textContent).to.equal('Maximum 4 per order');
    card().querySelector('input')!.focus();
    await keys('2');
    await drawn.updateComplete;
    expect(card().querySelector('.notice')).to.equal(null);
  });

  it('without an image has no hole for it, and one that does not load leaves a tile', async () => {
    const broken = buildOffer({ images: [{ url: '/no-such-image.svg' }] }, { catalogItemId: 'broken' });
    const { card } = await mountOffers([buildOffer(), broken]);
    expect(card().querySelector('.picture')).to.equal(null);
    const left = (id: string) =>
      card(id).querySelector('.words')!.getBoundingClientRect().left - card(id).getBoundingClientRect().left;
    expect(left('parking')).to.be.below(20);
    await until(() => card('broken').querySelector('.picture.broken') !== null);
    expect(getComputedStyle(card('broken').querySelector('img')!).visibility).to.equal('hidden');
    expect(card('broken').querySelector('.picture')!.getBoundingClientRect().width).to.be.above(40);
  });
});

describe('a removal', () => {
  it('can be undone with what there was, and the shopper’s hand is told', async () => {
    const { button, drawn, send, changes, told, root } = await mountOffers([parking()]);
    await send('a', 3);
    root.querySelector('input')!.focus();
    root.querySelector('input')!.select();
    await keys('0', 'Enter');
    await drawn.updateComplete;
    expect(focused()).to.equal(button('Undo: keep Parking'));
    await keys('Enter');
    await drawn.updateComplete;
    expect(changes().slice(1)).to.deep.equal([
      [3, 0],
      [0, 3],
    ]);
    expect(told.at(-1)!.origin).to.equal('shopper');
  });

  it('by the page is none that the shopper could undo', async () => {
    const { button, card, send } = await mountOffers([parking()]);
    await send('a', 3);
    await send('a', 0);
    expect(card().className).to.contain('available');
    expect(button('Undo: keep Parking')).to.equal(undefined);
  });
});

describe('a linked item', () => {
  const care = buildOffer(
    { positiveResponseText: 'Add care', maximum: 9 },
    {
      cartItemId: 'c',
      catalogItemId: 'care',
      name: 'Care',
      unitPrice: 149,
      linkedProductId: 'z',
      quantityMustBeSynchronized: true,
    },
  );

  it('says what a product has brought along, with what that adds, beside the way out', async () => {
    const { button, card, drawn, send, told } = await mountOffers([care]);
    await press(button('Add care'));
    await send('c', 2);
    const notice = card('care').querySelector('.notice')!;
    expect(notice.textContent).to.contain('Now 2, one for each in your cart: +$149.00');
    await press(button('Remove Care'));
    await drawn.updateComplete;
    expect(told.at(-1)!.cartItem).to.equal(null);
    expect(card('care').querySelector('.notice')).to.equal(null);
  });
});

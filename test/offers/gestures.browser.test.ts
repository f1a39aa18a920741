import { expect } from '@open-wc/testing';
import { focused, keys, press } from '../support/gestures.ts';
import { buildOffer, mountOffers } from '../support/mount-offers.ts';
import { withHeldTime } from '../support/virtual-time.ts';

const fee = buildOffer(
  { minimum: 1, maximum: 3, required: { reason: 'The venue charges it.' } },
  { catalogItemId: 'fee', name: 'Fee' },
);

describe('a shopper with a mouse', () => {
  it('adds, raises, lowers and removes, and each change says what was agreed to', async () => {
    const { drawn, card, button, changes, told, messages } = await mountOffers();
    await press(button('Add parking'));
    await press(button('Add one Parking'), 2);
    await press(button('Remove one Parking'), 2);
    await drawn.updateComplete;
    await press(button('Remove Parking'));
    await drawn.updateComplete;
    expect(changes()).to.deep.equal([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 2],
      [2, 1],
      [1, 0],
    ]);
    expect(told.map(({ origin }) => origin)).to.deep.equal(Array(6).fill('shopper'));
    expect(told.map(({ consent }) => consent!.text)).to.deep.equal([
      'Add parking: Parking, $35.10',
      'Quantity of Parking: 2, $70.20',
      'Quantity of Parking: 3, $105.30',
      'Quantity of Parking: 2, $70.20',
      'Quantity of Parking: 1, $35.10',
      'Remove Parking',
    ]);
    expect(told[0]!.consent!.at).to.be.closeTo(Date.now(), 60_000);
    expect(messages.filter((name) => name === 'POSITIVE_ENGAGEMENT')).to.have.length(3);
    expect(messages.filter((name) => name === 'OFFER_ENGAGEMENT')).to.have.length(6);
    expect(card().className).to.contain('removed');
  });

  const addHastily = async () => {
    const { button, changes } = await mountOffers();
    await press(button('Add parking'), 20);
    expect(changes()).to.deep.equal([[0, 1]]);
  };
  it('who clicks Add twenty times has added one', withHeldTime(addHastily));

  it('is not held up by a script’s click on Add, nor by the press before', async () => {
    const { button, changes, drawn } = await mountOffers();
    button('Add parking').click();
    await press(button('Add parking'));
    await drawn.updateComplete;
    await press(button('Remove Parking'));
    expect(changes()).to.deep.equal([
      [0, 1],
      [1, 0],
    ]);
  });

  it('has the focus on a button after a press, and not in a field', async () => {
    const { drawn, button } = await mountOffers();
    await press(button('Add parking'));
    await drawn.updateComplete;
    expect(focused()).to.equal(button('Add one Parking'));
  });

  it('can add a second offer right after the first', async () => {
    const tea = buildOffer({ positiveResponseText: 'Add tea' }, { catalogItemId: 'tea', name: 'Tea' });
    const { button, told } = await mountOffers([buildOffer(), tea]);
    await press(button('Add parking'));
    await press(button('Add tea'));
    expect(told.map(({ cartItem }) => cartItem!.catalogItemId)).to.deep.equal(['parking', 'tea']);
  });

  it('declines for the rest of the session, and may think again', async () => {
    const item = { catalogItemId: 'declined-once' };
    const first = await mountOffers([buildOffer({}, item)]);
    await press(first.button('No, thanks'));
    await first.drawn.updateComplete;
    expect(focused()).to.equal(first.button('Show again: Parking'));
    const second = await mountOffers([buildOffer({}, item)]);
    expect(second.button('Add parking')).to.equal(undefined);
    await press(second.button('Show again: Parking'));
    await second.drawn.updateComplete;
    expect(second.button('Add parking')).to.be.instanceOf(HTMLButtonElement);
    expect([first.told, second.told]).to.deep.equal([[], []]);
  });

  it('is the only one who adds: a script’s click does nothing', async () => {
    const { button, told } = await mountOffers();
    button('Add parking').click();
    button('No, thanks').click();
    expect(told).to.deep.equal([]);
  });
});

describe('a shopper with keys alone', () => {
  it('adds, and changes the quantity by arrows, Home, End and typing', async () => {
    const { drawn, button, root, changes } = await mountOffers();
    button('Add parking').focus();
    await keys('Enter');
    await drawn.updateComplete;
    const field = root.querySelector('input')!;
    expect(focused()).to.equal(field);
    expect(field.getAttribute('aria-valuenow')).to.equal('1');
    await keys('ArrowUp', 'End', 'ArrowUp', 'ArrowDown', 'Home', 'ArrowDown');
    await drawn.updateComplete;
    field.select();
    await keys('3', 'Enter');
    await drawn.updateComplete;
    expect(changes()).to.deep.equal([
      [0, 1],
      [1, 2],
      [2, 4],
      [4, 3],
      [3, 1],
      [1, 3],
    ]);
    expect(focused()).to.equal(field);
    field.select();
    await keys('0', 'Enter');
    await drawn.updateComplete;
    expect(changes().at(-1)).to.deep.equal([3, 0]);
    expect(focused()).to.equal(button('Undo: keep Parking'));
  });

  it('keeps the old quantity when the typed one is none, and learns why', async () => {
    const { drawn, root, card, send, told, changes } = await mountOffers([
      buildOffer({}, { cartItemId: 'a' }),
    ]);
    await send('a', 2);
    for (const typed of ['9', '1.5', '-1', 'two', ' ']) {
      const field = root.querySelector('input')!;
      field.focus();
      field.select();
      for (const letter of typed) await keys(letter);
      await keys('Tab');
      await drawn.updateComplete;
      expect(field.value, typed).to.equal('2');
      const notice = card().querySelector('.notice')!;
      expect(notice.textContent.trim()).to.equal('You can add 1 to 4.');
      const described = field.getAttribute('aria-describedby')!.split(' ');
      expect(described).to.contain(notice.querySelector('[id]')!.id);
      expect(field.getAttribute('aria-invalid')).to.equal('true');
    }
    expect(told).to.have.length(1);
    root.querySelector('input')!.focus();
    await keys('ArrowUp');
    await drawn.updateComplete;
    expect(changes().at(-1)).to.deep.equal([2, 3]);
    expect(card().querySelector('.notice')).to.equal(null);
  });

  it('has no stale notice once the quantity has changed', async () => {
    const { drawn, root, card, send } = await mountOffers([buildOffer({}, { cartItemId: 'a' })]);
    await send('a', 2);
    root.querySelector('input')!.focus();
    root.querySelector('input')!.select();
    await keys('9', 'Tab');
    await drawn.updateComplete;
    await send('a', 3);
    expect(card().querySelector('.notice')).to.equal(null);
  });

  it('cannot go below what is required, and is told so', async () => {
    const { root, button, changes } = await mountOffers([fee]);
    const minus = button('Remove one Fee');
    expect(minus.getAttribute('aria-disabled')).to.equal('true');
    const reason = root.getElementById(minus.getAttribute('aria-describedby')!);
    expect(reason!.textContent).to.equal('At least 1 is part of every order.');
    minus.focus();
    await keys('Enter');
    root.querySelector('input')!.focus();
    await keys('ArrowDown');
    expect(changes()).to.deep.equal([[0, 1]]);
    expect(button('Remove Fee')).to.equal(undefined);
  });

  it('keeps the focus in the card when the page removes the item', async () => {
    const { drawn, root, send, button } = await mountOffers([buildOffer({}, { cartItemId: 'a' })]);
    await send('a', 2);
    root.querySelector('input')!.focus();
    await send('a', 0);
    await drawn.updateComplete;
    expect(focused()).to.equal(button('Add parking'));
  });

  it('does not have the focus taken from elsewhere by what the page changes', async () => {
    const { mount, send } = await mountOffers([buildOffer({}, { cartItemId: 'a' })]);
    const elsewhere = document.createElement('button');
    mount.before(elsewhere);
    elsewhere.focus();
    await send('a', 2);
    await send('a', 0);
    expect(focused()).to.equal(elsewhere);
    elsewhere.remove();
  });
});

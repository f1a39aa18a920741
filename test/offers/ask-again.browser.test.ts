import { expect } from '@open-wc/testing';
import type { Offer } from '../../src/offers/index.ts';
import { focused, keys, press } from '../support/gestures.ts';
import { buildOffer } from '../support/mount-offers.ts';
import { holdNetwork, mountOnNetwork } from '../support/offers-network.ts';
import { until } from '../support/until.ts';

const sell = (catalogItemId: string, item: object = {}, offer: object = {}): Offer =>
  buildOffer(
    { positiveResponseText: `Add ${catalogItemId}`, ...offer },
    { catalogItemId, name: catalogItemId, ...item },
  );
const care = (linkedProductId: string): Offer =>
  buildOffer(
    { positiveResponseText: `For ${linkedProductId}` },
    { catalogItemId: 'care', name: `Care for ${linkedProductId}`, linkedProductId },
  );
const fee = (offer: object = {}) =>
  sell('fee', {}, { minimum: 1, maximum: 2, required: { reason: 'The law.' }, ...offer });

describe('offers whose targeting has changed', () => {
  const network = { ...holdNetwork() };
  network.restore();

  beforeEach(() => Object.assign(network, holdNetwork()));
  afterEach(() => network.restore());

  it('are asked for again: new ones join at the end, others leave, what stays keeps its card and its id', async () => {
    const { element, cards, shown, retarget } = await mountOnNetwork(network, [
      [care('a'), sell('sleeve'), sell('bag')],
    ]);
    const [forA, , bag] = cards();
    const id = forA!.dataset['cartItemId'];
    const { body } = await retarget({ productIds: 'a,b' }, [care('b'), sell('bag'), care('a')]);
    expect(body.attributes).to.deep.equal({ productIds: 'a,b' });
    expect(shown()).to.deep.equal(['care available', 'bag available', 'care available']);
    expect(cards().slice(0, 2)).to.deep.equal([forA, bag]);
    expect(cards()[0]!.dataset['cartItemId']).to.equal(id);
    expect(cards()[2]!.textContent).to.contain('For b');
    expect([element.phase, element.placementCount]).to.deep.equal(['ready', 1]);
  });

  it('keep what is held, with its quantity and terms, and tell nothing of it', async () => {
    const { events, element, cards, shown, button, settle, retarget } = await mountOnNetwork(network, [
      [sell('bag'), care('a')],
    ]);
    await press(button(cards()[1]!, 'For a'));
    await settle();
    const [, forA] = cards();
    events.length = 0;
    const { body } = await retarget({ productIds: 'b' }, [care('b'), sell('bag', { unitPrice: 99 })]);
    expect(body.heldItems!.map(({ catalogItemId, quantity }) => [catalogItemId, quantity])).to.deep.equal([
      ['care', 1],
    ]);
    expect(shown()).to.deep.equal(['bag available', 'care added', 'care available']);
    expect(cards()[1]).to.equal(forA);
    expect(cards()[0]!.textContent).to.contain('$99.00');
    expect(events).to.deep.equal([]);
    expect(element.cartItems.map(({ linkedProductId }) => linkedProductId)).to.deep.equal(['a']);
  });

  it('let go of a held one that is offered no more once the shopper has given it back', async () => {
    const { element, cards, shown, button, settle, retarget } = await mountOnNetwork(network, [
      [care('a'), care('b')],
    ]);
    await press(button(cards()[0]!, 'For a'));
    await settle();
    await retarget({ productIds: 'b' }, [care('b')]);
    button(cards()[0]!, 'Remove Care for a').focus();
    await keys('Enter');
    await settle();
    expect(shown()).to.deep.equal(['care available']);
    expect(element.cartItems).to.deep.equal([]);
    expect(focused()!.textContent).to.equal('Care for b');
    await press(button(cards()[0]!, 'For b'));
    await until(() => element.cartItems.length > 0);
    expect(element.cartItems[0]!.linkedProductId).to.equal('b');
  });

  it('give a product that comes back the id that it had', async () => {
    const { cards, retarget } = await mountOnNetwork(network, [[care('a'), care('b')]]);
    const id = cards()[1]!.dataset['cartItemId'];
    await retarget({ productIds: 'only a' }, [care('a')]);
    await retarget({ productIds: 'a,b' }, [care('a'), care('b')]);
    expect(cards()[1]!.dataset['cartItemId']).to.equal(id);
    expect(new Set(cards().map(({ dataset }) => dataset['cartItemId'])).size).to.equal(2);
  });

  it('bring a mandatory charge with the product that needs it, and take it away with it', async () => {
    const { events, element, shown, retarget } = await mountOnNetwork(network, [[care('a')]]);
    await retarget({ productIds: 'b' }, [fee(), care('a')]);
    await retarget({ productIds: 'b,c' }, [care('a'), fee(), fee()]);
    expect(shown()).to.deep.equal(['care available', 'fee required', 'fee required']);
    await retarget({ productIds: 'c' }, [care('a')]);
    expect(events.map(({ type, detail }) => [type, detail.change, detail.origin])).to.deep.equal([
      ['cart-item-updated', 'added', 'requirement'],
      ['cart-item-updated', 'removed', 'requirement'],
    ]);
    expect(element.cartItems).to.deep.equal([]);
  });

  it('that were held before the page was there, and gone from the offers, open at nothing when they come', async () => {
    const heldItems = [{ cartItemId: 'x', catalogItemId: 'tea', quantity: 2 }];
    const { element, shown, retarget } = await mountOnNetwork(network, [[care('a')]], { heldItems });
    await retarget({ productIds: 'b' }, [care('a'), sell('tea')]);
    expect(shown()).to.deep.equal(['care available', 'tea available']);
    expect(element.cartItems).to.deep.equal([]);
  });

  it('of a product that is held show its terms, also where it is shown anew; the heading is the newest', async () => {
    const { cards, button, drawn, settle, retarget } = await mountOnNetwork(network, [[sell('tea')]]);
    await press(button(cards()[0]!, 'Add tea'));
    await settle();
    const dearer = sell('tea', { unitPrice: 99, name: 'Tee' });
    const first = { placementId: 'p', title: 'Mehr', offers: [dearer, dearer] };
    await retarget({ productIds: 'b' }, first, { placementId: 'q', offers: [dearer] });
    await until(() => drawn().length === 2);
    await settle();
    const texts = [...cards(0), ...cards(1)].map((card) => card.querySelector('.price')!.textContent);
    expect(texts.map((text) => text.includes('$35.10'))).to.deep.equal([true, true, true]);
    expect(drawn()[0]!.heading).to.equal('Mehr');
  });

  it('may all go, and come back, in the same placement', async () => {
    const { element, drawn, shown, cards, retarget } = await mountOnNetwork(network, [[care('a')]]);
    cards()[0]!.querySelector('button')!.focus();
    await retarget({ productIds: '' });
    expect(shown()).to.deep.equal([]);
    expect(drawn()[0]!.getBoundingClientRect().height).to.equal(0);
    expect(focused()).to.equal(drawn()[0]);
    await retarget({ productIds: 'a' }, [care('a')]);
    expect(shown()).to.deep.equal(['care available']);
    expect([element.phase, element.placementCount]).to.deep.equal(['ready', 1]);
  });

  it('join in a placement that was not there before', async () => {
    const { events, shown, drawn, retarget } = await mountOnNetwork(network, [[care('a')]]);
    await retarget({ productIds: 'b' }, [care('a')], {
      placementId: 'second',
      title: 'More',
      offers: [fee()],
    });
    await until(() => events.length > 0);
    expect([shown(0), shown(1)]).to.deep.equal([['care available'], ['fee required']]);
    expect(drawn()[1]!.heading).to.equal('More');
    expect(events.map(({ detail }) => detail.origin)).to.deep.equal(['requirement']);
  });

  it('that cannot be drawn where they should are an error, and the others stay', async () => {
    const { events, shown, retarget } = await mountOnNetwork(network, [[care('a')]]);
    await retarget({ productIds: 'b' }, [care('a')], { target: '#nowhere', offers: [sell('bag')] });
    await until(() => events.length > 0);
    expect(events.map(({ type, detail }) => [type, detail.error?.code])).to.deep.equal([
      ['upsell-error', 'placement-failed'],
    ]);
    expect(shown()).to.deep.equal(['care available']);
  });

  it('do not mix up ids that a file gives to another product later', async () => {
    const { cards, retarget } = await mountOnNetwork(network, [[sell('bag', { cartItemId: '1' })]]);
    await retarget({ productIds: 'b' }, [sell('bag', { cartItemId: '2' }), sell('tea', { cartItemId: '1' })]);
    const [bag, tea] = cards().map(({ dataset }) => dataset['cartItemId']);
    expect(bag).to.equal('1');
    expect(tea).to.not.equal('1');
  });

  it('keep the focus on the control that has it while cards before it go', async () => {
    const { cards, retarget } = await mountOnNetwork(network, [[care('a'), care('b'), care('c')]]);
    const add = cards()[1]!.querySelector('button')!;
    add.focus();
    await retarget({ productIds: 'b,c' }, [care('b'), care('c')]);
    expect(focused()).to.equal(add);
    await keys('Enter');
    await until(() => cards()[0]!.className.includes('added'));
    expect(cards()[1]!.className).to.contain('available');
  });

  it('put the focus where nothing is bought when its card goes', async () => {
    const { element, cards, settle, retarget } = await mountOnNetwork(network, [
      [care('a'), care('b'), care('c')],
    ]);
    cards()[1]!.querySelector('button')!.focus();
    await retarget({ productIds: 'a,c' }, [care('a'), care('c')]);
    expect(focused()!.textContent).to.equal('Care for c');
    await keys('Enter', ' ', 'Enter');
    await settle();
    expect(element.cartItems).to.deep.equal([]);
  });

  it('stay declined where they were', async () => {
    const { cards, shown, button, settle, retarget } = await mountOnNetwork(network, [
      [care('z'), sell('declined-too')],
    ]);
    await press(button(cards()[1]!, 'No, thanks'));
    await settle();
    await retarget({ productIds: 'b' }, [sell('declined-too'), care('z')]);
    expect(shown()).to.deep.equal(['care available', 'declined-too declined']);
  });
});

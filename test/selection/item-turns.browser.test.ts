import { expect } from '@open-wc/testing';
import { buildCartItem, type ScriptedSelection } from '../../src/testing/index.ts';
import { outcomeOf, setUpSelection } from '../support/record-facts.ts';

const item = (quantity: number, cartItemId = 'a') => buildCartItem({ cartItemId, quantity });
const wish = (quantity: number, cartItemId = 'a') => ({ cartItemId, quantity });

async function setUp() {
  const { upsell, facts, startReady } = setUpSelection();
  const { selection } = await startReady();
  const ask = (quantity: number, cartItemId?: string) => upsell.updateCartItem(wish(quantity, cartItemId));
  const origins = () =>
    facts.flatMap((fact) => (fact.type === 'cart-item-updated' ? [fact.detail.origin] : []));
  return { upsell, selection, ask, origins };
}

const sent = (selection: ScriptedSelection) => selection.sends.map(({ data }) => data);

describe('requests for one item', () => {
  it('wait for their turn, in call order and unmerged, while other items go on', async () => {
    const { selection, ask } = await setUp();
    const results = [ask(1), ask(2), ask(5, 'b'), ask(2)];
    const [first, other] = [await selection.nextSend(), await selection.nextSend()];
    expect(sent(selection)).to.deep.equal([wish(1), wish(5, 'b')]);
    other.answer();
    first.answer();
    (await selection.nextSend()).answer();
    (await selection.nextSend()).answer();
    expect(sent(selection).slice(2)).to.deep.equal([wish(2), wish(2)]);
    expect((await Promise.all(results)).map(({ outcome }) => outcome)).to.deep.equal(
      Array(4).fill('applied'),
    );
  });

  it('move on to the item’s new id, and so do those behind it and those that still use the old id', async () => {
    const { selection, ask } = await setUp();
    selection.shopperSets(item(1, 'old'));
    const results = [ask(2, 'old'), ask(3, 'old')];
    (await selection.nextSend()).answer({ cartItemId: 'new' });
    (await selection.nextSend()).answer();
    results.push(ask(4, 'old'));
    (await selection.nextSend()).answer();
    await Promise.all(results);
    expect(sent(selection)).to.deep.equal([wish(2, 'old'), wish(3, 'new'), wish(4, 'new')]);
  });

  it('by product reach the impression that a message has named', async () => {
    const { upsell, selection } = await setUp();
    const linked = buildCartItem({ catalogItemId: 'care', cartItemId: 'c2', linkedProductId: 'laptop' });
    selection.shopperSets(buildCartItem({ catalogItemId: 'care', cartItemId: 'c1' }));
    selection.shopperSets(linked);
    selection.shopperSets({ ...linked, quantity: 0 });
    const result = upsell.updateCartItem({ catalogItemId: 'care', linkedProductId: 'laptop', quantity: 2 });
    const send = await selection.nextSend();
    expect(send.data).to.deep.equal(wish(2, 'c2'));
    send.answer();
    await result;
    const unseen = upsell.updateCartItem({ catalogItemId: 'insurance', quantity: 1 });
    expect(await outcomeOf(unseen)).to.equal('unknown-item');
  });
});

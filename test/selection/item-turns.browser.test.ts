import { expect } from '@open-wc/testing';
import type { CartItem } from '../../src/model/index.ts';
import { buildCartItem } from '../../src/testing/index.ts';
import { outcomeOf } from '../support/record-facts.ts';
import { item, sent, setUpRequests, wish } from '../support/set-up-requests.ts';

describe('requests for one item', () => {
  it('wait for their turn, in call order and unmerged, while other items go on', async () => {
    const { selection, ask } = await setUpRequests();
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
    const { selection, ask } = await setUpRequests();
    selection.shopperSets(item(1, 'old'));
    const results = [ask(2, 'old'), ask(3, 'old')];
    (await selection.nextSend()).answer({ cartItemId: 'new' });
    (await selection.nextSend()).answer();
    results.push(ask(4, 'old'));
    (await selection.nextSend()).answer();
    await Promise.all(results);
    expect(sent(selection)).to.deep.equal([wish(2, 'old'), wish(3, 'new'), wish(4, 'new')]);
  });

  it('are answered under an earlier id of the item, whose place in the state goes to the id that is told last', async () => {
    const { selection, ask, held, origins } = await setUpRequests();
    const tell = (cartItem: CartItem | null, oldCartItem: CartItem) =>
      selection.emit('V2_CART_ITEM_UPDATED', { cartItem, oldCartItem });
    selection.shopperSets(item(1, 'old'));
    tell(item(1, 'new'), item(1, 'old'));
    const result = ask(2, 'new');
    tell(item(2, 'old'), item(1, 'old'));
    expect((await result).outcome).to.equal('applied');
    expect(held()).to.deep.equal([['old', 2]]);
    expect(origins()).to.deep.equal(['placement', 'placement', 'page']);
  });

  it('take a renamed item out by a message that names its earlier id alone', async () => {
    const { selection, ask, held } = await setUpRequests();
    selection.shopperSets(item(1, 'other'));
    selection.shopperSets(item(1, 'old'));
    const results = [ask(2, 'old'), ask(0, 'old')];
    (await selection.nextSend()).answer({ cartItemId: 'new' });
    await results[0];
    selection.emit('V2_CART_ITEM_UPDATED', { cartItem: null, oldCartItem: item(2, 'old') });
    expect((await results[1])?.outcome).to.equal('applied');
    expect(held()).to.deep.equal([['other', 1]]);
    void ask(3, 'old').catch(() => undefined);
    expect(sent(selection).at(-1)).to.deep.equal(wish(3, 'new'));
  });

  it('by product reach the impression that a message has named', async () => {
    const { upsell, selection } = await setUpRequests();
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

import { expect } from '@open-wc/testing';
import type { RoktUpsellElement } from '../../../src/element/index.ts';
import { buildCartItem } from '../../../src/testing/index.ts';
import { MANNERS } from '../../support/in-virtual-time.ts';
import { mountReady } from '../../support/mount-upsell.ts';
import { until } from '../../support/until.ts';
import { type VirtualTime, withHeldTime } from '../../support/virtual-time.ts';
import { ending, keepStore, tasks, textOf } from './store.ts';

/** What a listener may do at the very moment of an answer. */
const ACTS: Record<string, (element: RoktUpsellElement) => void> = {
  closes: (element) => void element.close(),
  'selects anew': (element) => void element.select(),
  'removes the element': (element) => element.remove(),
  'moves the element': (element) => element.parentElement!.append(element),
  'sets heldItems to []': (element) => Object.assign(element, { heldItems: [] }),
  'changes the identifier': (element) => Object.assign(element, { identifier: 'next' }),
};

for (const manners of MANNERS) {
  for (const handling of ['at-once', 'later'] as const) {
    describe(`answers of ${manners} manners, given ${handling}`, () => {
      it('let a listener wish on from each answer until it has what it wants', async () => {
        const { element, selection } = await mountReady(undefined, { manners, handling });
        const store = keepStore(element);
        const { cartItemId } = selection.offer([{ catalogItemId: 'a' }])[0]!;
        const ends: Promise<string>[] = [];
        const wish = (quantity: number) =>
          ends.push(ending(element.updateCartItem({ cartItemId, quantity })));
        element.addEventListener('cart-item-updated', ({ detail }) => {
          if (detail.cartItem!.quantity < 5) wish(detail.cartItem!.quantity + 1);
        });
        wish(1);
        await until(() => ends.length === 5);
        expect(await Promise.all(ends)).to.deep.equal(Array(5).fill('applied'));
        expect(textOf(element.cartItems)).to.equal(`${cartItemId}×5`);
        expect(store.complaints).to.deep.equal([]);
      });

      for (const [what, act] of Object.entries(ACTS)) {
        const actAtTheFirst = async (time: VirtualTime) => {
          const { element, rokt, selection } = await mountReady(
            { updateTimeout: 300 },
            { manners, handling },
          );
          const store = keepStore(element);
          const [a, b] = selection
            .offer([{ catalogItemId: 'a' }, { catalogItemId: 'b' }])
            .map(({ cartItemId }) => cartItemId);
          element.addEventListener('cart-item-updated', () => act(element), { once: true });
          const wish = (cartItemId = '', quantity = 0) =>
            ending(element.updateCartItem({ cartItemId, quantity }));
          const ends = [wish(a, 2), wish(b, 1), wish(a, 3), wish(a, 1)];
          await tasks();
          for (const next of rokt.selections.slice(1)) {
            next.offer([{ catalogItemId: 'a' }, { catalogItemId: 'b' }]);
            next.succeed();
          }
          const [first, ...others] = await time.untilSettled(Promise.all(ends));
          expect(first).to.equal('applied');
          for (const end of others)
            expect(end).to.be.oneOf(['applied', 'adjusted', 'refused', 'no-selection']);
          expect(store.complaints).to.deep.equal([]);
        };
        it(`leave no request open where a listener ${what} at the first`, withHeldTime(actAtTheFirst));
      }
    });
  }

  it(`sends waiting wishes under the newest id where it changes twice, with ${manners} manners`, async () => {
    const { element, selection } = await mountReady(undefined, { manners });
    const store = keepStore(element);
    const item = (cartItemId: string, quantity: number) => buildCartItem({ cartItemId, quantity });
    const become = (oldCartItem: unknown, cartItem: unknown) =>
      selection.emit('V2_CART_ITEM_UPDATED', { cartItem, oldCartItem });
    selection.announce(item('one', 1));
    const first = ending(element.updateCartItem({ cartItemId: 'one', quantity: 2 }));
    const second = ending(element.updateCartItem({ cartItemId: 'one', quantity: 3 }));
    const send = await selection.nextSend();
    become(item('one', 1), item('two', 1));
    become(item('two', 1), item('three', 2));
    send.resolve();
    expect(await first).to.equal('applied');
    const next = await selection.nextSend();
    expect(next.data).to.deep.equal({ cartItemId: 'three', quantity: 3 });
    become(item('three', 2), item('four', 3));
    next.resolve();
    expect(await second).to.equal('applied');
    expect(store.complaints).to.deep.equal([]);
  });
}

import { expect } from '@open-wc/testing';
import type { ScriptedSelection } from '../../../src/testing/index.ts';
import { MANNERS } from '../../support/in-virtual-time.ts';
import { mountUpsell } from '../../support/mount-upsell.ts';
import { type VirtualTime, withHeldTime } from '../../support/virtual-time.ts';
import { ending, keepStore, tasks } from './store.ts';

const PRODUCTS = ['parking', 'cover', 'wrap'] as const;

/** Numbers below a limit, the same ones for the same seed. */
function createPick(seed: number) {
  let state = seed * 2_654_435_761;
  return (limit: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state % limit;
  };
}

for (const manners of MANNERS) {
  describe(`any course of shopper, page and Rokt, with ${manners} manners`, () => {
    for (let seed = 1; seed <= 10; seed++) {
      const play = async (time: VirtualTime) => {
        const pick = createPick(seed);
        const { element, parent, rokt } = await mountUpsell(
          { updateTimeout: 100, timeout: 1000 },
          { manners },
        );
        const store = keepStore(element);
        const attended: ScriptedSelection[] = [];
        const ends: Promise<string>[] = [];
        const attend = () => {
          for (const selection of rokt.selections.slice(attended.length)) {
            attended.push(selection);
            selection.offer(
              PRODUCTS.map((catalogItemId) => ({ catalogItemId, quantity: pick(3), maximum: 2 })),
            );
            if (pick(5) === 0) selection.fail();
            else selection.find(1)[0]!.becomeReady();
          }
        };
        const withItem = (selection: ScriptedSelection | undefined, act: (id: string) => void) => {
          const item = selection?.cartItems[0];
          if (item) act(item.cartItemId);
        };
        const shopperSets = (selection: ScriptedSelection | undefined) =>
          withItem(selection, () =>
            selection!.shopperSets({ ...selection!.cartItems[0]!, quantity: pick(4) }),
          );
        const acts = [
          () =>
            ends.push(
              ending(element.updateCartItem({ catalogItemId: PRODUCTS[pick(3)]!, quantity: pick(4) })),
            ),
          () => shopperSets(attended.at(-1)),
          () => shopperSets(attended.at(-2)),
          () => withItem(attended.at(-1), (id) => attended.at(-1)!.renew(id)),
          () => ends.push(ending(element.select())),
          () => ends.push(ending(element.close())),
          () => element.remove(),
          () => parent.append(element),
          () => Object.assign(element, { heldItems: [] }),
          () =>
            Object.assign(element, {
              heldItems: [{ cartItemId: 'old', catalogItemId: PRODUCTS[pick(3)], quantity: 1 }],
            }),
        ];
        for (let step = 0; step < 30; step++) {
          acts[pick(acts.length)]!();
          store.compare(`after step ${step}`);
          await tasks(pick(3));
          store.compare(`later than step ${step}`);
          attend();
        }
        parent.append(element);
        await tasks();
        attend();
        expect(await time.untilSettled(Promise.all(ends))).to.not.include('TypeError');
        expect(store.complaints, store.log.join('\n')).to.deep.equal([]);
      };
      it(`is told by its events alone, and leaves no request open (course ${seed})`, withHeldTime(play));
    }
  });
}

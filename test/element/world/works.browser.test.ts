import { expect } from '@open-wc/testing';
import { createDeferred, type Deferred } from '../../../src/testing/deferred.ts';
import { MANNERS } from '../../support/in-virtual-time.ts';
import { mountReady, reached } from '../../support/mount-upsell.ts';
import { until } from '../../support/until.ts';
import { keepStore, quantitiesSent, tasks } from './store.ts';

/** The quantities that a shopper sets, how the page's works for them end and in which order, and what is sent back. */
const COURSES = [
  { quantities: [1, 2, 3], order: ['+0', '+2', '-1'], sent: [] },
  { quantities: [1, 2, 3], order: ['-2', '+0', '+1'], sent: [2] },
  { quantities: [1, 2, 3], order: ['-2', '-1', '-0'], sent: [0] },
  { quantities: [1, 2], order: ['-0', '+1'], sent: [] },
  { quantities: [1, 0], order: ['+0', '-1'], sent: [1] },
  { quantities: [1, 0, 2], order: ['+0', '-2', '-1'], sent: [1] },
];

/** An element whose every change waits for a work that the test ends. */
async function mountWorking(options: Parameters<typeof mountReady>[1]) {
  const mounted = await mountReady(undefined, options);
  const { element, selection } = mounted;
  const [item] = selection.offer([{ catalogItemId: 'a' }]);
  const works: Deferred<undefined>[] = [];
  element.addEventListener('cart-item-updated', ({ detail }) => {
    const work = createDeferred<undefined>();
    works.push(work);
    detail.waitUntil(work.promise);
  });
  const set = (quantity: number) => selection.shopperSets({ ...item!, quantity });
  return { ...mounted, works, set, store: keepStore(element) };
}

for (const manners of MANNERS) {
  describe(`works of the page, with ${manners} manners`, () => {
    for (const { quantities, order, sent } of COURSES) {
      it(`send back ${sent[0] ?? 'nothing'} where ${quantities.join(', ')} end as ${order.join(', ')}`, async () => {
        const { element, selection, works, set, store } = await mountWorking({ manners });
        for (const quantity of quantities) set(quantity);
        for (const one of order) {
          const work = works[Number(one.slice(1))]!;
          if (one.startsWith('+')) work.resolve(undefined);
          else work.reject(new Error('the cart says no'));
          await tasks();
        }
        const last = sent[0] ?? quantities.at(-1);
        await until(() => (element.cartItems[0]?.quantity ?? 0) === last);
        await tasks();
        expect(quantitiesSent(selection)).to.deep.equal(sent);
        expect(store.complaints).to.deep.equal([]);
      });
    }

    it('that reject once the selection was overtaken give the next one what was taken', async () => {
      const { element, rokt, selection, works, set, store } = await mountWorking({ manners });
      set(1);
      works[0]!.resolve(undefined);
      set(3);
      void element.select();
      const next = await rokt.nextSelection();
      works[1]!.reject(new Error('the cart says no'));
      await until(() => element.cartItems[0]?.quantity === 1);
      expect(store.log.at(-1)).to.match(/^updated\/selection/);
      next.offer([{ catalogItemId: 'a', quantity: 2 }]);
      next.succeed();
      await reached(element, 'placements-ready');
      await until(() => next.cartItems[0]?.quantity === 1);
      expect(quantitiesSent(selection)).to.deep.equal([]);
      expect(store.complaints).to.deep.equal([]);
    });
  });
}

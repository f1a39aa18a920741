import { expect } from '@open-wc/testing';
import type { UpdateResult } from '../../src/selection/index.ts';
import { MANNERS } from '../support/in-virtual-time.ts';
import { outcomeOf, setUpSelection } from '../support/record-facts.ts';
import type { ScriptedSelection } from '../../src/testing/index.ts';

const wish = (quantity: number) => ({ cartItemId: 'a', quantity });
const sent = ({ sends }: ScriptedSelection) => sends.map(({ data }) => data);

for (const manners of MANNERS) {
  describe(`a request that a launcher of ${manners} manners is not sent at once`, () => {
    it('waits while loading, is sent at ready in call order, and not lost to a listener of ready', async () => {
      const { rokt, upsell, start } = setUpSelection({ manners, handling: 'when-told' });
      start();
      const results: Promise<UpdateResult>[] = [
        upsell.updateCartItem(wish(1)),
        upsell.updateCartItem(wish(2)),
      ];
      upsell.addEventListener('fact', ({ fact }) => {
        if (fact.type === 'placements-ready') results.push(upsell.updateCartItem(wish(3)));
      });
      const selection = await rokt.nextSelection();
      selection.succeed();
      for (let n = 0; n < 3; n++) (await selection.nextSend()).answer();
      await Promise.all(results);
      expect(sent(selection)).to.deep.equal([wish(1), wish(2), wish(3)]);
    });

    it('rejects no-selection at once when there is none, and when the selection ends', async () => {
      const { rokt, upsell, start, startReady } = setUpSelection({ manners, handling: 'when-told' });
      expect(await outcomeOf(upsell.updateCartItem(wish(1)))).to.equal('no-selection');
      const { selection } = await startReady();
      const results = [upsell.updateCartItem(wish(1)), upsell.updateCartItem(wish(2))];
      await selection.nextSend();
      upsell.close();
      expect(await Promise.all(results.map(outcomeOf))).to.deep.equal(['no-selection', 'no-selection']);
      start();
      const early = upsell.updateCartItem(wish(1));
      await rokt.nextSelection().then((next) => next.find(0));
      expect(await outcomeOf(early)).to.equal('no-selection');
    });
  });
}

describe('a request that makes no sense', () => {
  for (const [misuse, name] of [
    [undefined, 'TypeError'],
    [{}, 'TypeError'],
    [{ quantity: 1 }, 'TypeError'],
    [{ cartItemId: 'a' }, 'TypeError'],
    [{ cartItemId: 'a', quantity: '1' }, 'TypeError'],
    [{ catalogItemId: 'a', linkedProductId: 3, quantity: 1 }, 'TypeError'],
    [{ cartItemId: 'a', quantity: -1 }, 'RangeError'],
    [{ cartItemId: 'a', quantity: 1.5 }, 'RangeError'],
    [{ cartItemId: 'a', quantity: NaN }, 'RangeError'],
  ] as const) {
    it(`${JSON.stringify(misuse)} rejects as ${name}, and nothing is sent`, async () => {
      const { upsell, startReady } = setUpSelection();
      const { selection } = await startReady();
      expect(await outcomeOf(upsell.updateCartItem(misuse as never))).to.equal(name);
      expect(selection.sends).to.deep.equal([]);
    });
  }
});

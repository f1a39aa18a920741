import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LinkedPolicy, linkedQuantity } from '../../src/model/index.ts';

const table: [wished: number, product: number | undefined, policy: LinkedPolicy, quantity: number][] = [
  [1, 3, 'synchronized', 3],
  [0, 3, 'synchronized', 0],
  [3, 2, 'at-most', 2],
  [1, 2, 'at-most', 1],
  [3, 2, 'independent', 3],
  [3, 0, 'independent', 0],
  [3, undefined, 'synchronized', 3],
];

describe('linked quantities', () => {
  for (const [wished, product, policy, quantity] of table) {
    it(`makes ${wished} of ${product ?? 'no'} product ${quantity}, ${policy}`, () => {
      assert.equal(linkedQuantity(wished, product, policy), quantity);
    });
  }

  it('make of what follows already nothing else', () => {
    for (const [wished, product, policy] of table) {
      const once = linkedQuantity(wished, product, policy);
      assert.equal(linkedQuantity(once, product, policy), once);
    }
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type LinkedPolicy, linkedQuantity, normaliseCart, toCartQuantities } from '../../src/model/index.ts';

const table: [wished: number, product: number | undefined, policy: LinkedPolicy, quantity: number][] = [
  [1, 3, 'synchronized', 3],
  [0, 3, 'synchronized', 0],
  [3, 2, 'at-most', 2],
  [1, 2, 'at-most', 1],
  [3, 2, 'independent', 3],
  [3, 0, 'independent', 0],
  [3, undefined, 'synchronized', 3],
];

const line = fc.record({
  productId: fc.constantFrom('a', 'b'),
  quantity: fc.nat(9),
  upsell: fc.option(
    fc.record({
      catalogItemId: fc.constantFrom('x', 'y'),
      linkedProductId: fc.constantFrom('a', 'b', undefined),
    }),
    { nil: undefined },
  ),
});

describe('linked quantities', () => {
  for (const [wished, product, policy, quantity] of table) {
    it(`makes ${wished} of ${product ?? 'no'} product ${quantity}, ${policy}`, () => {
      assert.equal(linkedQuantity(wished, product, policy), quantity);
    });
  }

  it('sums two lines of one product', () => {
    const lines = [1, 2].map((quantity) => ({ productId: 'a', quantity }));
    assert.equal(toCartQuantities(lines).products.get('a'), 3);
  });

  it('normalises twice as once', () => {
    const policies = fc.constantFrom<LinkedPolicy>('synchronized', 'at-most', 'independent');
    const isIdempotent = fc.property(
      fc.array(line, { size: 'max', maxLength: 30 }),
      policies,
      (lines, policy) => {
        const once = normaliseCart(toCartQuantities(lines), () => policy);
        assert.deepEqual(
          normaliseCart(once, () => policy),
          once,
        );
      },
    );
    fc.assert(isIdempotent, { numRuns: 2_000 });
  });
});

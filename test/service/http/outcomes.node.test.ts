import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OUTCOMES, type OutcomeCall, type OutcomeTests } from './outcome-rows.ts';
import { confirmByQuantityTests } from './outcomes/confirm-by-quantity.ts';
import { confirmTests } from './outcomes/confirm.ts';
import { quantitySuccessionTests } from './outcomes/quantity-succession.ts';
import { refusedWholeTests } from './outcomes/refused-whole.ts';
import { cancelTests, releaseTests } from './outcomes/release-and-cancel.ts';
import { reserveTests } from './outcomes/reserve.ts';
import { successionTests } from './outcomes/succession.ts';
import { takeOverTests } from './outcomes/take-over.ts';
import { openShop, type Shop } from './shop.ts';

const tests: { readonly [Call in OutcomeCall]: OutcomeTests<Call> } = {
  reserve: reserveTests,
  'reserve, in place of another hold': takeOverTests,
  'confirm by reservation': confirmTests,
  'confirm by reservation, taken over': successionTests,
  'confirm by quantity': confirmByQuantityTests,
  'confirm by quantity, taken over': quantitySuccessionTests,
  release: releaseTests,
  cancel: cancelTests,
  'refused whole': refusedWholeTests,
};

for (const [call, rows] of Object.entries(OUTCOMES)) {
  describe(`outcomes: ${call}`, () => {
    const ofCall: Readonly<Record<string, (shop: Shop) => Promise<void>>> = tests[call as OutcomeCall];

    for (const [row, answer] of Object.entries(rows)) {
      it(`${row}: ${answer}`, async (t) => {
        const test = ofCall[row];
        assert.ok(test, 'this row has no test');
        await test(await openShop(t, row === 'too many requests' ? { rateLimits: { account: 3 } } : {}));
      });
    }

    it('has no test of a row that is not in the table', () => {
      assert.deepEqual(
        Object.keys(ofCall).filter((row) => !Object.hasOwn(rows, row)),
        [],
      );
    });
  });
}

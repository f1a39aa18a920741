import assert from 'node:assert/strict';
import { playInVirtualTime } from '../../support/play-in-virtual-time.ts';
import type { Course } from './course.ts';
import type { Coverage } from './coverage.ts';
import { expectAgreement, expectNoEcho, expectRefusalsTold } from './expectations.ts';
import { type Planted, ShopPage } from './shop-page.ts';
import { Witness } from './witness.ts';

/**
 * Plays `course` to its end and holds it against what `connectCart` promises.
 *
 * @param planted what of the connection is another one
 * @throws {Error} that says which promise was not kept
 */
export async function play(course: Course, planted: Planted, coverage: Coverage): Promise<void> {
  return playInVirtualTime(async (time, caught) => {
    const page = new ShopPage(course, time, planted);
    const witness = new Witness(page, coverage);
    page.begin(witness);
    let at = 1;
    for (const step of course.steps) {
      at += step.delay;
      time.after(at, () => page.act(step));
    }
    await time.run();
    for (const fault of witness.faults) throw fault;
    expectAgreement(page, witness);
    expectRefusalsTold(page, witness);
    witness.wishes.expectAsked();
    await expectNoEcho(page, witness, time);
    page.end();
    assert.equal(page.store.listeners.size, 0, 'a listener is left in the cart');
    assert.deepEqual(page.element.heldItems?.length, 0, 'the next order opens with what this one holds');
    assert.deepEqual(caught, [], 'something was thrown into the page');
  });
}

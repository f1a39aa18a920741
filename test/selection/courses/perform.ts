import { productKey } from '../../../src/model/index.ts';
import type { ScriptedSelection } from '../../../src/testing/index.ts';
import type { VirtualTime } from '../../support/virtual-time.ts';
import { type Outcome, PRODUCTS } from './course.ts';

/** Lets a selection that was asked for come to `outcome`. */
export function perform(selection: ScriptedSelection, outcome: Outcome, time: VirtualTime): void {
  const { ends, after } = outcome;
  time.after(after, () => {
    if (ends === 'hanging') return;
    if (ends === 'refused') return selection.refuse();
    selection.open();
    if (ends !== 'empty') selection.offer(offersOf(selection, outcome));
    time.after(after, () => {
      if (ends === 'failed') selection.fail();
      else if (ends === 'empty') selection.find(0);
      else selection.succeed();
    });
  });
}

/** Our own launcher opens with what it is told; what nobody told a launcher it may have selected beforehand. */
function offersOf(selection: ScriptedSelection, { beforehand, maximum, gone }: Outcome) {
  const held = selection.request.heldItems ?? [];
  return PRODUCTS.map((product, index) => {
    const kept = held.find((one) => productKey(one) === productKey(product));
    const unasked = held.length > 0 ? 0 : (beforehand[index] ?? 0);
    const quantity = Math.min(maximum, kept?.quantity ?? unasked);
    return { ...product, quantity, maximum, formerIds: kept ? [kept.cartItemId] : [] };
  }).filter((_, index) => !gone.includes(index));
}

import { linkedQuantity } from '../model/index.ts';
import type { ConflictKind } from './cart.ts';
import type { Memory, Sides } from './item-state.ts';

/** What is to be done about an item of which nothing is under way. */
export type Step =
  | { readonly act: 'ask'; readonly wanted: number }
  | { readonly act: 'tell'; readonly quantity: number }
  | { readonly act: 'report'; readonly kind: ConflictKind; readonly wanted: number }
  | { readonly act: 'wait' | 'agree' };

/**
 * The next step towards agreement on one item. When rules collide: product gone, then the placement's answer, then the
 * linked policy, then the page's wish.
 */
export function nextStep(sides: Sides, { seen, refused, told }: Memory): Step {
  const { line, placed, product, policy, version, hasId } = sides;
  const isGone = product === 0;
  // A placement that has not named the item has not heard of the line.
  const isWish = !isGone && (line !== seen || (placed === undefined && line > 0));
  const wanted = linkedQuantity(isWish ? line : (placed ?? line), product, policy);
  const isAsked = wanted !== (placed ?? 0);
  const wasRefused = refused === toRefusal(wanted, sides);
  // What is held can be given up where no selection runs.
  const isFree = wanted === 0 && sides.access !== 'opening';
  const access = isFree ? 'open' : sides.access;
  // Where no placement will have a word the linked policy has.
  const isUnheard = placed === undefined && (wasRefused || access === 'over');
  const due = isGone || isUnheard ? wanted : (placed ?? line);
  const isSame = told?.version === (due > 0 ? version : '');
  const isNews = placed !== undefined && (told ? !isSame && !told.isRefused : due > 0 && !hasId);
  const isTold = isSame && told.line === line;
  const tell = (line !== due || isNews) && !isTold && ({ act: 'tell', quantity: due } as const);

  if (tell && (!isWish || isUnheard)) return tell;
  if (isAsked && !wasRefused) {
    if (access === 'open') return { act: 'ask', wanted };
    return access === 'over' ? { act: 'report', kind: 'no-selection', wanted } : { act: 'wait' };
  }
  if (tell) return tell;
  if (line !== due) return { act: 'report', kind: 'cart-differs', wanted };
  return isAsked ? { act: 'report', kind: reasonOf(sides), wanted } : { act: 'agree' };
}

/** Why the placements do not have what they should. */
function reasonOf({ placed, product }: Sides): ConflictKind {
  if (placed === undefined) return 'unknown-item';
  return product === 0 ? 'product-gone' : 'linked-quantity';
}

/** A wish that was not granted, so that the same one is known again. */
export function toRefusal(wanted: number, { placed, selection }: Sides): string {
  return [wanted, placed, selection].join();
}

import { type CartItem, linkedQuantity } from '../model/index.ts';
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
export function nextStep(sides: Sides, memory: Memory): Step {
  const { line, placed, product, policy } = sides;
  const isGone = product === 0;
  // A placement that has not named the item has not heard of the line.
  const isWish = !isGone && (line !== memory.seen || (placed === undefined && line > 0));
  const wanted = linkedQuantity(isWish ? line : (placed ?? line), product, policy);
  const isAsked = wanted !== (placed ?? 0);
  const wasRefused = memory.refusal?.wanted === wanted && memory.refusal.placed === placed;
  const access = accessFor(sides, wanted);
  // Where no placement will have a word the linked policy has.
  const isUnheard = placed === undefined && (wasRefused || access === 'over');
  const due = isGone || isUnheard ? wanted : (placed ?? line);
  const tell = isToBeTold(sides, memory, due) && ({ act: 'tell', quantity: due } as const);

  if (tell && (!isWish || isUnheard)) return tell;
  if (isAsked && !wasRefused) {
    if (access === 'open') return { act: 'ask', wanted };
    return access === 'over' ? { act: 'report', kind: 'no-selection', wanted } : { act: 'wait' };
  }
  if (tell) return tell;
  if (line === due && !isAsked) return { act: 'agree' };
  return { act: 'report', kind: differenceOf(sides, memory, line === due), wanted };
}

/** What is held can be given up where no selection runs. */
function accessFor({ placed, access }: Sides, wanted: number): Sides['access'] {
  return wanted === 0 && placed && access !== 'opening' ? 'open' : access;
}

/** True when the cart has to hear of `due`, or of something new about the item, and was not told just that. */
function isToBeTold({ line, placed, items, hasId }: Sides, { told }: Memory, due: number): boolean {
  const dueItems = due > 0 ? items : [];
  const isSame = told !== undefined && areSame(told.items, dueItems);
  if (isSame && told.line === line) return false;
  if (line !== due) return true;
  if (placed === undefined || told?.isRefused) return false;
  return told ? !isSame : due > 0 && !hasId;
}

/** True for the same items with the same words; each message makes new objects. */
function areSame(some: readonly CartItem[], others: readonly CartItem[]): boolean {
  return (
    some.length === others.length &&
    some.every((item, index) => item === others[index] || textOf(item) === textOf(others[index]))
  );
}

function textOf(item: CartItem | undefined): string {
  return JSON.stringify(item);
}

function differenceOf(
  { placed, product }: Sides,
  { told }: Memory,
  isOnlyInPlacements: boolean,
): ConflictKind {
  if (!isOnlyInPlacements) return told?.isRefused ? 'cart-refused' : 'cart-differs';
  if (placed === undefined) return 'unknown-item';
  return product === 0 ? 'product-gone' : 'linked-quantity';
}

import { linkedQuantity } from '../model/index.ts';
import type { ConflictKind } from './cart.ts';
import type { Effect, Memory, Sides } from './item-state.ts';

/**
 * The next step towards agreement on one item of which nothing is under way; undefined where there is nothing but to wait. When
 * rules collide: product gone, then the placement's answer, then the linked policy, then the page's wish.
 */
export function nextStep(
  sides: Sides,
  { seen, refused, known, told }: Memory,
): Effect | { readonly act: 'agree' } | undefined {
  const { line, placed, product, policy, hasId, access } = sides;
  const isGone = product === 0;
  // A placement that has not named the item has not heard of the line.
  const isWish = !isGone && (line !== seen || (placed === undefined && line > 0));
  const wanted = linkedQuantity(isWish ? line : (placed ?? line), product, policy);
  const isDifferent = wanted !== (placed ?? 0);
  const isAsked = isDifferent && refused !== toRefusal(wanted, sides);
  // Where no placement will have a word the linked policy has.
  const isUnheard = placed === undefined && (access === 'over' || (isDifferent && !isAsked));
  const due = isGone || isUnheard ? wanted : (placed ?? line);
  const version = versionOf(sides, due);
  const isNews = placed !== undefined && (known === undefined ? due > 0 && !hasId : known !== version);
  const isDue = (line !== due || isNews) && told !== toTold(version, sides);
  const report = (kind: ConflictKind) => ({ act: 'report', kind, wanted }) as const;

  if (isDue && (!isWish || isUnheard || !isAsked)) return { act: 'tell', quantity: due };
  if (isAsked) {
    // What is held can be given up where no selection runs.
    if (access === 'open' || (wanted === 0 && access !== 'opening')) return { act: 'ask', wanted };
    return access === 'over' ? report('no-selection') : undefined;
  }
  if (line !== due) return report('cart-differs');
  if (!isDifferent) return { act: 'agree' };
  // Why the placements do not have what they should.
  if (placed === undefined) return report('unknown-item');
  return report(isGone ? 'product-gone' : 'linked-quantity');
}

/** A wish that was not granted, so that the same one is known again. */
export function toRefusal(wanted: number, { placed, selection }: Sides): string {
  return [wanted, placed, selection].join();
}

/** What the cart was told, and what it made of it, so that nobody tells it the same again. */
export function toTold(version: string, { line }: Sides): string {
  return [version, line].join();
}

/** What the cart is told with a quantity; a removal has no version. */
export function versionOf({ version }: Sides, quantity: number): string {
  return quantity > 0 ? version : '';
}

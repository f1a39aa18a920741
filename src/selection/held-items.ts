import {
  heldQuantity,
  type HeldItem,
  type ItemRef,
  type ServedBy,
  type UpsellState,
} from '../model/index.ts';
import type { ItemBook } from './item-book.ts';

/** What an item is to become. */
export interface HeldWish {
  readonly ref: ItemRef;
  readonly quantity: number;
}

/** The items that are held and that the page's cart does not name. */
export function notNamedBy(
  heldItems: readonly HeldItem[],
  { items }: UpsellState,
  book: ItemBook,
): readonly ItemRef[] {
  const named = new Set(heldItems.map((held) => book.hold(held)));
  return items
    .map(({ ref }) => ref)
    .filter((ref) => !named.has(ref) && !heldItems.some((held) => book.isOf(ref, held)));
}

/**
 * The items that a selection, ready now, cannot hold: it never named them, and they are another kind of launcher's, or our
 * own launcher would have named them if it still offered them.
 */
export function lostTo(servedBy: ServedBy, { items }: UpsellState, book: ItemBook): readonly ItemRef[] {
  return items
    .filter((item) => !book.isNamed(item.ref))
    .filter((item) => servedBy === 'offers' || item.servedBy !== servedBy)
    .map(({ ref }) => ref);
}

/** What has to be asked for, so that a selection holds what was held before it, where it does not yet. */
export function wishesForHeld(
  heldBefore: ReadonlyMap<ItemRef, number>,
  state: UpsellState,
  book: ItemBook,
): readonly HeldWish[] {
  return [...heldBefore]
    .map(([ref, quantity]) => ({ ref, quantity }))
    .filter(({ ref, quantity }) => heldQuantity(state, ref) !== quantity || !book.isNamed(ref));
}

/**
 * What has to be asked for, so that a selection holds what the page's cart says. Items of one product share its quantity: the
 * one that was named last makes up the difference.
 */
export function wishesOfCart(
  heldItems: readonly HeldItem[],
  state: UpsellState,
  book: ItemBook,
): readonly HeldWish[] {
  return heldItems.flatMap((held) => {
    const alike = state.items.filter(({ ref }) => book.isOf(ref, held));
    const ref = alike.at(-1)?.ref ?? book.hold(held);
    const sum = alike.reduce((total, { cartItem }) => total + cartItem.quantity, 0);
    if (sum === held.quantity) return [];
    return [{ ref, quantity: Math.max(0, held.quantity - sum + heldQuantity(state, ref)) }];
  });
}

import type { CartItem, HeldItem } from '../model/index.ts';
import type { CartUpsell, ConnectCartOptions, UpsellElement } from './cart.ts';
import { type ItemKey, nameOfFrozen } from './item-key.ts';
import type { ItemState, Outcome, Sides } from './item-state.ts';
import { phaseOf, type Placed, type Placements, sumOf } from './placements.ts';
import type { CartReading } from './read-lines.ts';

/** One item between a cart and the placements. */
export interface AlignedItem {
  /** What names it, with the last id that is known. */
  upsell: CartUpsell;
  state: ItemState;
  /** What has come to its end since both sides were read last. */
  readonly outcomes: Outcome[];
}

/** Both carts at one moment. */
export interface BothCarts {
  readonly lines: CartReading;
  readonly placements: Placements;
  readonly placed: ReadonlyMap<ItemKey, readonly Placed[]>;
}

/** An item as a placement said it last. */
export function lastWordOn(key: ItemKey, { placements, placed }: BothCarts): CartItem | undefined {
  return placed.get(key)?.at(-1)?.cartItem ?? placements.words.get(key);
}

/**
 * The item of `key`, looked at for the first time.
 *
 * A line is a wish, unless shopper or page have decided on the item while it was not there yet; that there is none is one where
 * the item is left over from a selection that runs no more, such as the last order's.
 */
export function toAlignedItem(key: ItemKey, carts: BothCarts): AlignedItem {
  const { lines, placements, placed } = carts;
  const line = lines.upsells.get(key);
  const said = lastWordOn(key, carts);
  const holder = placed.get(key)?.at(-1)?.element;
  const isLeftOver = holder && !['loading', 'ready'].includes(phaseOf(holder) ?? '');
  const isWish = !placements.touched.has(key) && (line !== undefined || isLeftOver);
  return {
    upsell: (said ? nameOfFrozen(said)?.upsell : line?.upsell) as CartUpsell,
    state: { kind: 'settled', seen: isWish ? undefined : (line?.quantity ?? 0) },
    outcomes: [],
  };
}

/** Both sides of an item, whose `upsell` is up to date. */
export function sidesOf(
  key: ItemKey,
  upsell: CartUpsell,
  { lines, placements, placed }: BothCarts,
  { policy }: ConnectCartOptions,
): Sides {
  const { cartItemId, linkedProductId: link, quantityMustBeSynchronized } = upsell;
  const line = lines.upsells.get(key);
  const product = link === undefined ? undefined : (lines.products.get(link)?.quantity ?? 0);
  const holders = placed.get(key) ?? [];
  const elements = holders.length > 0 ? holders.slice(-1).map(({ element }) => element) : placements.elements;
  const ofName = typeof policy === 'function' ? policy(upsell) : policy;
  const isSynchronized = quantityMustBeSynchronized && typeof policy !== 'function';
  return {
    line: line?.quantity ?? 0,
    placed: holders.length > 0 || placements.named.has(key) ? sumOf(holders) : undefined,
    items: holders.map(({ cartItem }) => cartItem),
    hasId: line?.upsell?.cartItemId === cartItemId,
    product: Number.isNaN(product) ? undefined : product,
    policy: isSynchronized ? 'synchronized' : ofName,
    access: placements.accessTo(elements),
  };
}

/** What the cart holds of each element's items, as its next selection is told; what nobody holds yet is the first one's. */
export function toHeldItems(
  items: ReadonlyMap<ItemKey, AlignedItem>,
  { lines, placements, placed }: BothCarts,
): ReadonlyMap<UpsellElement, HeldItem[]> {
  const shares = new Map<UpsellElement, HeldItem[]>(placements.elements.map((element) => [element, []]));
  for (const [key, { upsell, state }] of items) {
    const anyone = { element: placements.elements[0] as UpsellElement, cartItem: { ...upsell, quantity: 0 } };
    const holders = placed.get(key) ?? [anyone];
    const line = state.telling?.quantity ?? lines.upsells.get(key)?.quantity ?? 0;
    // A wish goes to the one that changed last.
    let rest = line - sumOf(placed.get(key));
    for (const { element, cartItem } of [...holders].reverse()) {
      const { cartItemId, catalogItemId, linkedProductId } = cartItem;
      const quantity = cartItem.quantity + rest;
      rest = 0;
      if (quantity > 0) shares.get(element)?.push({ cartItemId, catalogItemId, linkedProductId, quantity });
    }
  }
  return shares;
}

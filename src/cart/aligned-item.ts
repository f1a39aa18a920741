import type { CartItem, HeldItem } from '../model/index.ts';
import type { CartUpsell, ConnectCartOptions, UpsellElement } from './cart.ts';
import { type ItemKey, knowItem } from './item-key.ts';
import type { ItemState, Outcome, Sides } from './item-state.ts';
import { phaseOf, type Placed, type Placements, sumOf } from './placements.ts';
import type { CartReading } from './read-lines.ts';

/** One item between a cart and the placements. */
export interface AlignedItem {
  /** What names it, with the last id that is known. */
  upsell: CartUpsell;
  /** As a placement said it last. */
  cartItem: CartItem | undefined;
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

/**
 * The state of an item that is looked at for the first time.
 *
 * A line is a wish, unless shopper or page have decided on the item while it was not there yet; that there is none is one where
 * the item is left over from a selection that runs no more, such as the last order's.
 */
export function firstState(key: ItemKey, { lines, placements, placed }: BothCarts): ItemState {
  const line = lines.upsells.get(key) ?? 0;
  const holder = placed.get(key)?.at(-1)?.element;
  const isLeftOver = holder && !['loading', 'ready'].includes(phaseOf(holder) ?? '');
  const isWish = !placements.words.get(key)?.isDecided && (line > 0 || isLeftOver);
  return { kind: 'settled', seen: isWish ? undefined : line };
}

/** Takes note of what names an item by now: as the placement says that changed last, else as its line does. */
export function nameItem(key: ItemKey, item: AlignedItem, { lines, placements, placed }: BothCarts): void {
  item.cartItem = placed.get(key)?.at(-1)?.cartItem ?? placements.words.get(key)?.cartItem ?? item.cartItem;
  const said = item.cartItem ? knowItem(item.cartItem).upsell : lines.names.get(key);
  item.upsell = said ?? item.upsell;
}

/** Both sides of an item. */
export function sidesOf(
  key: ItemKey,
  upsell: CartUpsell,
  { lines, placements, placed }: BothCarts,
  { policy }: ConnectCartOptions,
): Sides {
  const { cartItemId, linkedProductId, quantityMustBeSynchronized } = upsell;
  const { elements, selection, words } = placements;
  const holders = placed.get(key) ?? [];
  const newest = holders.at(-1);
  const named = quantityMustBeSynchronized ? 'synchronized' : policy;
  return {
    line: lines.upsells.get(key) ?? 0,
    placed: newest || words.has(key) ? sumOf(holders) : undefined,
    version: holders.map(({ cartItem }) => knowItem(cartItem).text).join(),
    hasId: lines.names.get(key)?.cartItemId === cartItemId,
    product: linkedProductId === undefined ? undefined : productQuantity(lines, linkedProductId),
    policy: typeof policy === 'function' ? policy(upsell) : (named as Sides['policy']),
    selection,
    access: placements.accessTo(newest ? [newest.element] : elements),
  };
}

/** How many of a product the cart has; undefined where nobody knows, since its line has never made sense. */
function productQuantity({ products }: CartReading, productId: string): number | undefined {
  const quantity = products.get(productId) ?? 0;
  return Number.isNaN(quantity) ? undefined : quantity;
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
    const line = state.telling?.quantity ?? lines.upsells.get(key) ?? 0;
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

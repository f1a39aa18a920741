import type { CartItemUpdatedDetail } from '../element/index.ts';
import type { CartItem, HeldItem } from '../model/index.ts';
import type { UpsellElement } from './cart.ts';
import { holdersOf, type Items, sumOf, trackItem } from './item.ts';
import { knowItem } from './item-key.ts';

/** Notes in `items` what the placements of all `elements` hold. */
export function readPlaced(items: Items, elements: Iterable<UpsellElement>): void {
  for (const item of items.values()) item.placed = [];
  for (const element of elements) {
    // Until it is upgraded an element has no property at all.
    for (const cartItem of (element as Partial<UpsellElement>).cartItems ?? []) {
      const item = trackItem(items, knowItem(cartItem).key);
      const { placed } = item;
      const isNewestLast = placed.at(-1)?.cartItem.cartItemId === item.cartItem?.cartItemId;
      placed.splice(isNewestLast ? -1 : placed.length, 0, { element, cartItem });
    }
  }
  for (const item of items.values()) {
    item.version = item.placed.map(({ cartItem }) => knowItem(cartItem).text).join();
  }
}

/** Notes in `items` what a placement has said; what one names first that `isOpening`, nobody has decided on. */
export function hear(
  items: Items,
  { cartItem, oldCartItem, change, origin }: CartItemUpdatedDetail,
  isOpening: boolean,
): void {
  const said = (cartItem ?? oldCartItem) as CartItem;
  const item = trackItem(items, knowItem(said).key);
  const isChange = change !== 'unchanged';
  const isAnnounced = isOpening && !item.isNamed;
  const isOfSomebody = origin === 'placement' ? !isAnnounced : origin === 'shopper' || origin === 'page';
  if (isChange && isOfSomebody) item.isDecided = true;
  // What is told once more, unchanged, is not what changed last.
  const isNews = isChange || !item.isNamed || item.cartItem?.cartItemId === said.cartItemId;
  if (isNews) item.cartItem = said;
  item.isNamed = true;
}

/** What the next selection of each element is told that the cart holds; of what nobody holds yet that is the first one's. */
export function sharesOf(
  items: Items,
  elements: readonly UpsellElement[],
): ReadonlyMap<UpsellElement, HeldItem[]> {
  const shares = new Map<UpsellElement, HeldItem[]>(elements.map((element) => [element, []]));
  for (const item of items.values()) {
    const { placed, units, state } = item;
    const doing = state?.doing;
    const line = doing?.kind === 'telling' ? doing.quantity : units || 0;
    // A wish goes to the one that changed last.
    let rest = line - sumOf(placed);
    for (const { element, cartItem } of holdersOf(item, elements)) {
      const { cartItemId, catalogItemId, linkedProductId } = cartItem;
      const quantity = cartItem.quantity + rest;
      rest = 0;
      if (quantity > 0) shares.get(element)?.push({ cartItemId, catalogItemId, linkedProductId, quantity });
    }
  }
  return shares;
}

/** Hands what the cart holds to the next selection of `element`; the running one hears it item by item. */
export function hand(element: UpsellElement, items: HeldItem[]): void {
  element.heldItems = Object.assign(items, { isForNextStart: true });
}

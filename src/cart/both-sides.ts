import type { CartItem, LinkedPolicy } from '../model/index.ts';
import type { CartUpsell } from './cart.ts';
import type { ConnectedElement } from './connected-element.ts';
import { type ItemKey, nameOfFrozen } from './item-key.ts';
import type { ItemState, Outcome, Sides } from './item-state.ts';
import type { CartReading } from './read-lines.ts';

/** An item that placements hold, and where. */
export interface HeldAt {
  readonly at: ConnectedElement;
  readonly cartItem: CartItem;
}

/** One item between the carts. */
export interface TrackedItem {
  readonly key: ItemKey;
  /** What names it, with the last id that is known. */
  upsell: CartUpsell;
  /** What a placement said of it last that was a change, or the first time. */
  word: HeldAt | undefined;
  state: ItemState;
  /** What has come to its end since both sides were read last. */
  readonly outcomes: Outcome[];
}

/** Both carts at one moment. */
export interface BothCarts {
  readonly lines: CartReading;
  readonly held: ReadonlyMap<ItemKey, readonly HeldAt[]>;
  readonly elements: readonly ConnectedElement[];
}

/** What the placements of all elements hold, by key, in order of appearance. */
export function readHeld(elements: readonly ConnectedElement[]): ReadonlyMap<ItemKey, readonly HeldAt[]> {
  const held = new Map<ItemKey, HeldAt[]>();
  for (const at of elements) {
    for (const cartItem of at.cartItems) {
      const name = nameOfFrozen(cartItem);
      if (!name) continue;
      const others = held.get(name.key);
      if (others) others.push({ at, cartItem });
      else held.set(name.key, [{ at, cartItem }]);
    }
  }
  return held;
}

/** The places that hold an item, the one that changed last first: a wish goes to it. */
export function holdersOf({ key, word }: TrackedItem, { held }: BothCarts): readonly HeldAt[] {
  const holders = held.get(key) ?? [];
  if (holders.length < 2) return holders;
  const newest = holders.find(({ cartItem }) => cartItem.cartItemId === word?.cartItem.cartItemId);
  const others = holders.filter((holder) => holder !== newest).reverse();
  return newest ? [newest, ...others] : others;
}

/** What names an item: as the placement says it that changed last, else as its line does. */
export function upsellOf(
  key: ItemKey,
  said: HeldAt | undefined,
  { lines }: BothCarts,
): CartUpsell | undefined {
  return said ? nameOfFrozen(said.cartItem)?.upsell : lines.upsells.get(key)?.upsell;
}

/** Both sides of an item. Its `upsell` has to be up to date. */
export function sidesOf(item: TrackedItem, holders: readonly HeldAt[], carts: BothCarts): Sides {
  const { key, upsell } = item;
  const { lines, elements } = carts;
  const line = lines.upsells.get(key);
  const { linkedProductId } = upsell;
  const { products } = lines;
  const isThere = linkedProductId === undefined || products.has(linkedProductId);
  return {
    line: line?.quantity ?? 0,
    placed: placedOf(key, holders, elements),
    items: holders.map(({ cartItem }) => cartItem).reverse(),
    hasId: line?.upsell.cartItemId === upsell.cartItemId,
    product: isThere ? products.get(linkedProductId ?? '') : 0,
    policy: policyFor(upsell, ownerOf(item, holders, carts)),
    access: accessTo(key, holders[0] ? [holders[0].at] : elements),
  };
}

/** The element that a wish for an item goes to first: whose placement changed it last, or else any. */
export function ownerOf(
  { word }: TrackedItem,
  holders: readonly HeldAt[],
  { elements }: BothCarts,
): ConnectedElement | undefined {
  const last = holders[0]?.at ?? word?.at;
  return last && elements.includes(last) ? last : elements[0];
}

/** Undefined where no running selection has named the item. */
function placedOf(
  key: ItemKey,
  holders: readonly HeldAt[],
  elements: readonly ConnectedElement[],
): number | undefined {
  const isNamed = holders.length > 0 || elements.some(({ named }) => named.has(key));
  return isNamed ? sumOf(holders) : undefined;
}

/** How many there are of it in all. */
export function sumOf(holders: readonly HeldAt[]): number {
  return holders.reduce((sum, { cartItem }) => sum + cartItem.quantity, 0);
}

function policyFor(upsell: CartUpsell, at: ConnectedElement | undefined): LinkedPolicy | undefined {
  const policy = at?.options.policy;
  if (typeof policy === 'function') return policy(upsell);
  return upsell.quantityMustBeSynchronized ? 'synchronized' : policy;
}

function accessTo(key: ItemKey, elements: readonly ConnectedElement[]): Sides['access'] {
  if (elements.some((element) => element.isOpenTo(key))) return 'open';
  if (elements.some(({ isRunning }) => isRunning)) return 'opening';
  return elements.some(({ phase }) => phase === undefined || phase === 'idle') ? 'idle' : 'over';
}

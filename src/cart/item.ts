import type { CartItem } from '../model/index.ts';
import type { CartUpsell, UpsellElement } from './cart.ts';
import type { ItemKey } from './item-key.ts';
import type { Ended, ItemState } from './item-state.ts';

/** How many there are of something in the cart. */
export interface Count {
  /** In whole units; NaN where no line has ever made sense. */
  units: number;
  /** What the lines that are being read come to so far. */
  sum: number;
}

/** An item that a placement holds, and in which element. */
export interface Placed {
  readonly element: UpsellElement;
  readonly cartItem: CartItem;
}

/** One item between a cart and the placements of all its elements: what each side says of it, and how far they have come. */
export interface Item extends Count {
  /** What its line is named by. */
  lineUpsell?: CartUpsell;
  /** What placements hold of it; what changed last is the last. */
  placed: Placed[];
  /** That as text: it is another one when anything is new. */
  version: string;
  /** As a placement said it last. */
  cartItem?: CartItem | undefined;
  /** What names it, with the last id that is known. */
  upsell?: CartUpsell | undefined;
  /** True once the running selection has had a word on it. */
  isNamed?: boolean;
  /** True once shopper or page have decided on it there. */
  isDecided?: boolean;
  /** True until the placement has answered that was asked last. */
  isAsked?: boolean;
  /** Undefined until it is looked at for the first time. */
  state?: ItemState;
  /** What has ended since both sides were read last. */
  ended?: Ended | undefined;
}

/** All items that one of the sides has named. */
export type Items = Map<ItemKey, Item>;

/** The item of a key, from now on one of `items`. */
export function trackItem(items: Items, key: ItemKey): Item {
  const known = items.get(key);
  if (known) return known;
  const item = { units: NaN, sum: 0, placed: [], version: '' };
  items.set(key, item);
  return item;
}

/** How many there are of it in all. */
export function sumOf(placed: readonly Placed[]): number {
  return placed.reduce((sum, { cartItem }) => sum + cartItem.quantity, 0);
}

/** An element, and what it knows an item as. */
export interface Holder {
  readonly element: UpsellElement;
  readonly cartItem: CartUpsell & { readonly quantity: number };
}

/** Who holds an item, first where it changed last; where nobody does, each of `elements`, with none of it. */
export function holdersOf({ placed, upsell }: Item, elements: readonly UpsellElement[]): readonly Holder[] {
  if (placed.length > 0) return [...placed].reverse();
  return elements.map((element) => ({ element, cartItem: { ...(upsell as CartUpsell), quantity: 0 } }));
}

import type { RoktUpsellElement } from '../element/index.ts';
import type { CartItem, LinkedPolicy, UpdateOutcome } from '../model/index.ts';

/** What of `<rokt-upsell>` a connection uses; it may also be connected before it is upgraded. */
export type UpsellElement = Pick<
  RoktUpsellElement,
  | 'addEventListener'
  | 'cartItems'
  | 'heldItems'
  | 'isConnected'
  | 'localName'
  | 'phase'
  | 'servedBy'
  | 'updateCartItem'
>;

/** An id as shops have them; `42` and `'42'` are the same. */
export type LineId = string | number;

/** What a line of the page's cart says of the upsell that it holds. */
export interface LineUpsell {
  /** The last id that was told; it changes with each impression. */
  readonly cartItemId: LineId;
  /** The product (SKU) of the upsell. */
  readonly catalogItemId: LineId;
  /** The product of the page that the upsell hangs on; null or absent for none. */
  readonly linkedProductId?: LineId | null | undefined;
  /** As the cart item said; kept, it also holds before a placement has named the item. */
  readonly quantityMustBeSynchronized?: boolean | undefined;
}

/** One line of the page's cart. Its `productId` is what `linkedProductId` names; on the line of an upsell it is not read. */
export interface CartLine {
  /** What `linkedProductId` of an upsell names. */
  readonly productId: LineId;
  /** Whole units count; a line below 1, such as a return, is none. */
  readonly quantity: number;
  /** The upsell that the line holds; null or absent on a line of the page’s own products. */
  readonly upsell?: LineUpsell | null | undefined;
}

/** What names an upsell, whatever its quantity. */
export interface CartUpsell {
  /** The last id that was told; it changes with each impression. */
  readonly cartItemId: string;
  /** The product (SKU). */
  readonly catalogItemId: string;
  /** The product of the page that it hangs on; undefined for none. */
  readonly linkedProductId?: string | undefined;
  /** True when its quantity has to be that of the linked product. */
  readonly quantityMustBeSynchronized?: boolean | undefined;
}

/** What the placements say of one upsell. Doing it twice is doing it once: all quantities are absolute. */
export interface UpsellChange extends CartUpsell {
  /** The quantity from now on; it may be what the cart has already, when only an id or a price is new. */
  readonly quantity: number;
  /** The whole item with its texts and prices; undefined when no placement has named it yet. */
  readonly cartItem: CartItem | undefined;
  /** All that the placements hold of it, `cartItem` last: more than one where several offer the same product. */
  readonly cartItems?: readonly CartItem[] | undefined;
  /** How the cart's own wish ended, when this answers one. */
  readonly outcome?: UpdateOutcome | undefined;
}

/** What stops a store from calling: a function, or an object that has one, as an observable's. */
export type Subscription =
  | (() => void)
  | {
      /** No listener is called any more. */
      unsubscribe(): void;
    };

/**
 * The page's cart, whatever store it lives in.
 *
 * What `setUpsell` and `removeUpsell` do is in `lines()` when they return, or when their promise resolves. Throwing or
 * rejecting refuses the change: the placement is sent back to what the cart has.
 */
export interface Cart {
  /** All lines of the cart as it is now, those of upsells among them. */
  lines(): Iterable<CartLine>;
  /** Calls `listener` after each change; the result stops it. */
  subscribe(listener: () => void): Subscription;
  /** Gives the upsell’s line the quantity of `change`, of at least 1; makes the line where there is none. */
  setUpsell(change: UpsellChange): void | Promise<void>;
  /** Takes the upsell’s line out of the cart; the quantity of `change` is 0. */
  removeUpsell(change: UpsellChange): void | Promise<void>;
  /** Resolves when a cart that is fetched is there; until then none of its lines is missed. Without it, it is there. */
  readonly ready?: PromiseLike<unknown> | undefined;
}

/**
 * Why two carts stay different, or a wish came to nothing:
 *
 * - `cart-refused`: the page's cart did not take a change; the placement was asked to go back
 * - `cart-differs`: the cart shows another quantity than it was told, and the placement does not follow it
 * - `cart-failed`: the cart or the policy threw, and nothing is aligned until they work again; or `ready` rejected, and
 *   nothing is aligned until the cart is connected again
 * - `invalid-line`: a line makes no sense and is left out; what it said last stands
 * - `linked-quantity`: the placement does not allow the quantity that the linked product asks for
 * - `product-gone`: the placement keeps an item whose product is gone; the cart does not
 * - `unanswered`: the placement did not answer; the cart goes back to its last word
 * - `unknown-item`: no placement knows the item; its line stays
 * - `no-selection`: there are no placements to tell
 */
export type ConflictKind =
  | 'cart-refused'
  | 'cart-differs'
  | 'cart-failed'
  | 'invalid-line'
  | 'linked-quantity'
  | 'product-gone'
  | 'unanswered'
  | 'unknown-item'
  | 'no-selection';

/** Told once; nothing is tried again until one of the sides changes. */
export interface Conflict extends Partial<CartUpsell> {
  /** What happened; the texts of `ConflictKind` say it. */
  readonly kind: ConflictKind;
  /** What the page's cart has. */
  readonly cartQuantity?: number | undefined;
  /** What the placement has; undefined when it has not named the item. */
  readonly placementQuantity?: number | undefined;
  /** What was asked for. */
  readonly wanted?: number | undefined;
  /** What was thrown, or what is wrong with a line. */
  readonly error?: unknown;
}

/** How a connection is to behave. */
export interface ConnectCartOptions {
  /**
   * How upsells follow the product that they hang on. A function decides alone; a name holds for the items that do not
   * themselves say `quantityMustBeSynchronized`, which are `synchronized`. Default `independent`.
   */
  readonly policy?: LinkedPolicy | ((item: CartUpsell) => LinkedPolicy) | undefined;
  /** Is told what stays different, once. */
  readonly onConflict?: ((conflict: Conflict) => void) | undefined;
}

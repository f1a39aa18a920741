import {
  type CartItem,
  type CartItemOrigin,
  type CartItemUpdate,
  changeBetween,
  type Consent,
  type FactOf,
  type ItemRef,
  type ServedBy,
} from '../model/index.ts';

/** Which item a fact is about, and why. */
export interface FactCause {
  readonly ref: ItemRef;
  /** The launcher that named it. */
  readonly servedBy: ServedBy;
  readonly origin: CartItemOrigin;
  readonly consent?: Consent | undefined;
}

/**
 * The fact that an item is `now` what it is, judged against what was `held` of it: by that alone, since what a message says
 * of the old item may be zeroed or out of date. One at quantity 0 is gone.
 *
 * @param update what was told, if anything was; names the item where nothing was held and nothing is
 */
export function toItemFact(
  held: CartItem | null,
  now: CartItem | null,
  { ref, servedBy, origin, consent }: FactCause,
  update?: CartItemUpdate,
): FactOf<'cart-item-updated'> {
  const cartItem = now?.quantity ? now : null;
  const nameless = (held ?? cartItem) ? null : (update?.oldCartItem ?? update?.cartItem ?? null);
  const detail = {
    cartItem,
    oldCartItem: held ?? nameless,
    change: changeBetween(held?.quantity ?? 0, cartItem?.quantity ?? 0),
    origin,
    ...(consent ? { consent } : {}),
  };
  return { type: 'cart-item-updated', ref, servedBy, detail };
}

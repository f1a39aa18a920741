/** What a partner asks of an item; `buy` confirms it without a hold. */
export type Verb = 'reserve' | 'buy' | 'confirm' | 'release' | 'cancel';

/** What an item is after it was asked for that. */
export const AFTER = {
  reserve: 'held',
  buy: 'confirmed',
  confirm: 'confirmed',
  release: 'released',
  cancel: 'cancelled',
} as const;

/** What may be asked of an item that is so. */
export const NEXT: Readonly<Record<State | 'new', readonly Verb[]>> = {
  new: ['reserve', 'reserve', 'reserve', 'buy'],
  held: ['confirm', 'confirm', 'release'],
  confirmed: ['cancel'],
  released: [],
  cancelled: [],
};

export type State = (typeof AFTER)[Verb];

/** One impression in a cart of its own, as its partner knows it: by what was acknowledged. */
export interface Item {
  readonly cartItemId: string;
  readonly quantity: number;
  state?: State;
  itemReservationId?: string;
  itemConfirmationId?: string;
  /** What was asked and not answered: it is so, or it is not. */
  asked?: Verb | undefined;
  /** What was answered last, and to what. */
  answered?: { readonly verb: Verb; readonly text: string };
}

const PATHS = {
  reserve: '/v1/cart/reserve',
  buy: '/v1/cart/confirm',
  confirm: '/v1/cart/confirm',
  release: '/v1/cart/release',
  cancel: '/v1/confirmation/cancel',
} as const;

/** The call that asks for it: the same each time. */
export function toCall(item: Item, verb: Verb) {
  const { cartItemId, quantity, itemReservationId } = item;
  const cartId = `cart-${cartItemId}`;
  const order = { cartId, orderId: `order-${cartItemId}` };
  const bodies = {
    reserve: { cartId, items: [{ cartItemId, quantity }] },
    buy: { ...order, items: [{ cartItemId, quantity }] },
    confirm: { ...order, items: [{ cartItemId, itemReservationId }] },
    release: { cartId, items: [{ cartItemId, itemReservationId }] },
    cancel: { itemReservationId },
  };
  return { path: PATHS[verb], body: bodies[verb], key: `${verb}-${cartItemId}` };
}

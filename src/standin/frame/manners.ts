import type { CartItem } from '../../model/index.ts';
import { CART_ITEM_UPDATED } from '../../sdk/index.ts';
import type { MannersName } from '../protocol.ts';

/** What a page is told of an item: the published fields alone. */
export interface ItemChange {
  readonly cartItem: CartItem | null;
  readonly oldCartItem: CartItem | null;
}

/** What a wish for a quantity meets. */
export interface Limits {
  readonly held: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** Everything in which Rokt's documents and its shipped placements differ inside a frame. */
export interface Manners {
  /** The names under which a change is told, in this order. */
  readonly messages: readonly string[];
  /** An item is known by the ids of its earlier impressions too. */
  readonly remembersIds: boolean;
  /** What is held is announced once more when the placement has become ready. */
  readonly announcesAgain: boolean;
  /** The quantity that a wish comes to; undefined: nothing changes, and nothing is said. */
  grant(wanted: number, limits: Limits): number | undefined;
  /** What is said to a wish for an item that nobody knows; undefined for nothing. */
  answerUnknown(cartItemId: string, quantity: number): ItemChange | undefined;
  toBody(change: ItemChange): ItemChange;
  /** What asks the page to open a link. */
  toLinkEvent(url: string): object;
}

/** A wish takes effect within the bounds, and a message always comes back. */
const documented: Manners = {
  messages: [CART_ITEM_UPDATED],
  remembersIds: true,
  announcesAgain: false,
  grant: (wanted, { minimum, maximum }) => Math.max(minimum, Math.min(wanted, maximum)),
  answerUnknown: () => undefined,
  toBody: (change) => change,
  toLinkEvent: (url) => ({ body: { url } }),
};

/** A wish takes effect as a whole or not at all, and where nothing changes nothing is said. */
const shipped: Manners = {
  // The first is an older form of the same change.
  messages: ['UPDATE_CART_ITEM_MESSAGE', CART_ITEM_UPDATED],
  remembersIds: false,
  announcesAgain: true,
  grant(wanted, { held, minimum, maximum }) {
    return wanted !== held && wanted >= minimum && wanted <= maximum ? wanted : undefined;
  },
  answerUnknown: (cartItemId, quantity) =>
    quantity === 0 ? undefined : { cartItem: clearedItem(cartItemId), oldCartItem: null },
  toBody({ cartItem, oldCartItem }) {
    if (cartItem !== null || oldCartItem === null) return { cartItem, oldCartItem };
    return { cartItem, oldCartItem: { ...oldCartItem, quantity: 0, totalPrice: 0 } };
  },
  toLinkEvent: (url) => ({ url }),
};

/** The manners called so. */
export function mannersOf(name: MannersName): Manners {
  return name === 'shipped' ? shipped : documented;
}

/** What answers a wish for an impression that is no more: it has the asked id, and else nothing. */
function clearedItem(cartItemId: string): CartItem {
  const texts = { catalogItemId: '', currency: '', description: '', name: '', providerData: '' };
  return { cartItemId, ...texts, quantity: 0, unitPrice: 0, totalPrice: 0 };
}

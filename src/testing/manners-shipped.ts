import type { CartItem, ItemStates } from '../model/index.ts';
import type { MannerRules } from './manners.ts';

/** What Rokt ships: a wish takes effect as a whole or not at all, and where nothing changes nothing is said. */
export const shipped: MannerRules = {
  handling: 'at-once',
  subscribeReturns: 'object',
  hasContext: false,
  remembersIds: false,
  clearsUnknownIds: true,
  announcesAgain: true,
  tellsFailedItems: false,
  grant(wanted, { held, minimum, maximum, room }) {
    const isGranted = wanted !== held && wanted >= minimum && wanted - held <= Math.min(maximum - held, room);
    return isGranted ? wanted : undefined;
  },
  toMessages(update) {
    const event = { body: withRemovedAtZero(update) };
    return [
      // An older form of the same change, of which no description is published.
      { name: 'UPDATE_CART_ITEM_MESSAGE', event },
      { name: 'V2_CART_ITEM_UPDATED', event },
    ];
  },
  toLinkEvent: (url) => ({ url }),
};

/** Of an item that is gone the old state says what it was, and not how many. */
function withRemovedAtZero({ cartItem, oldCartItem }: ItemStates): ItemStates {
  if (cartItem !== null || oldCartItem === null) return { cartItem, oldCartItem };
  const removed: CartItem = { ...oldCartItem, quantity: 0, totalPrice: 0 };
  return { cartItem, oldCartItem: removed };
}

import type { MannerRules } from './manners.ts';

/** What Rokt's documents say: a wish takes effect within the bounds, and a message always comes back. */
export const documented: MannerRules = {
  handling: 'later',
  subscribeReturns: 'function',
  hasContext: true,
  remembersIds: true,
  clearsUnknownIds: false,
  announcesAgain: false,
  tellsFailedItems: true,
  grant(wanted, { held, minimum, maximum, room }) {
    const most = Math.min(maximum, held + room);
    return Math.max(0, Math.min(Math.max(wanted, minimum), most));
  },
  toMessages: (update) => [{ name: 'V2_CART_ITEM_UPDATED', event: { body: update } }],
  toLinkEvent: (url) => ({ body: { url } }),
};

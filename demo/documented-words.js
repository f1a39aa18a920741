// @ts-check

/** What Rokt's documentation says of each call ("In-transaction request flow"). @type {Record<string, string>} */
const CALLS = {
  '/v1/placements/any': 'Call /placements/any to determine whether there are any placements to display.',
  '/v1/cart/reserve':
    'Call /cart/reserve to reserve/hold the items for a set period of time during which the purchase must be completed.',
  '/v1/cart/confirm':
    'Once a user pays for the items, call /cart/confirm to confirm the successful purchase of the items.',
  '/v1/cart/release': 'Alternative: Call /cart/release to cancel a reservation on a set of items.',
  '/v1/confirmation/cancel':
    'Alternative: Call /confirmation/cancel to cancel an item that has been confirmed.',
};

/** Which message of Rokt's is behind an event or a call of the element, and what the documentation says of it. @type {Record<string, string>} */
const MESSAGES = {
  'cart-item-updated':
    '← V2_CART_ITEM_UPDATED: triggered every time a customer makes changes to selected items on the Rokt side.',
  updateCartItem:
    '→ V2_UPDATE_CART_ITEM: the changes of your cart need to be reflected on the Rokt side; there is always a message sent back.',
  'placements-loading': '→ selectPlacements: the Web SDK will request and display available placements.',
};

/** The documentation's words on a call of the back end. @param {string} path */
export function callWords(path) {
  return CALLS[path] ?? '';
}

/** The documentation's words on the message behind an event. @param {string} type */
export function messageWords(type) {
  return MESSAGES[type] ?? '';
}

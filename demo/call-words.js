// @ts-check

/** What Rokt's documentation says of each call ("In-transaction request flow"). @type {Record<string, string>} */
const WORDS = {
  '/v1/placements/any': 'Call /placements/any to determine whether there are any placements to display.',
  '/v1/cart/reserve':
    'Call /cart/reserve to reserve/hold the items for a set period of time during which the purchase must be completed.',
  '/v1/cart/confirm':
    'Once a user pays for the items, call /cart/confirm to confirm the successful purchase of the items.',
  '/v1/cart/release': 'Alternative: Call /cart/release to cancel a reservation on a set of items.',
  '/v1/confirmation/cancel':
    'Alternative: Call /confirmation/cancel to cancel an item that has been confirmed.',
};

/** The documentation's words on a call. @param {string} path */
export function callWords(path) {
  return WORDS[path] ?? '';
}

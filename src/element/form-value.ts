import type { UpsellState } from '../model/index.ts';

/**
 * What a form submits of an upsell, as JSON: what the partner's server needs to reserve, and the prices that the shopper saw,
 * to be compared with what reserve answers. Null while nothing is held.
 *
 * @param ownSessionId the page's session id, where the launcher has told none
 */
export function toFormValue(state: UpsellState, ownSessionId: string | undefined): string | null {
  const { sessionId = ownSessionId, servedBy } = state;
  const items = state.items.map(({ cartItem, ...item }) => {
    const { cartItemId, quantity, unitPrice, currency } = cartItem;
    return { cartItemId, quantity, unitPrice, currency, servedBy: item.servedBy };
  });
  return items.length > 0 ? JSON.stringify({ sessionId, servedBy, items }) : null;
}

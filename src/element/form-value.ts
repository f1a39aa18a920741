import type { UpsellState } from '../model/index.ts';

/** What a form submits of an upsell, as JSON: what the partner's server needs to reserve. Null while there is nothing. */
export function toFormValue({ sessionId, cartItems }: UpsellState): string | null {
  const items = cartItems.map(({ cartItemId, quantity }) => ({ cartItemId, quantity }));
  return items.length > 0 ? JSON.stringify({ sessionId, items }) : null;
}

import { buildCartItem, type ScriptedSelection } from '../../src/testing/index.ts';
import { setUpSelection } from './record-facts.ts';

/** An item of the placements. */
export const item = (quantity: number, cartItemId = 'a') => buildCartItem({ cartItemId, quantity });

/** A wish of the page's for it, and what is sent of that. */
export const wish = (quantity: number, cartItemId = 'a') => ({ cartItemId, quantity });

/** Everything that was sent. */
export const sent = (selection: ScriptedSelection) => selection.sends.map(({ data }) => data);

/** A selection that is ready to be asked. */
export async function setUpRequests() {
  const { upsell, facts, startReady } = setUpSelection();
  const { selection } = await startReady();
  const ask = (quantity: number, cartItemId?: string) => upsell.updateCartItem(wish(quantity, cartItemId));
  const origins = () =>
    facts.flatMap((fact) => (fact.type === 'cart-item-updated' ? [fact.detail.origin] : []));
  /** What the placements hold. */
  const held = () => upsell.state.cartItems.map(({ cartItemId, quantity }) => [cartItemId, quantity]);
  return { upsell, selection, ask, origins, held };
}

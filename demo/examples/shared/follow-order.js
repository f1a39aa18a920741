// @ts-check
import { countDown } from '../../count-down.js';

/** After which it asks again what has become of an order, ms. */
const PERIOD = 700;

/**
 * Follows an order from what the back end has told of it: tells how much time what is held has yet, or has it read again while something
 * of it is under way that no page asks for.
 * @param {import('../../shop-orders.js').ShopOrder} order
 * @param {{tellLeft: (left: string | null) => void, read: () => void}} listeners
 * @returns {() => void} stops it
 */
export function followOrder({ state, heldFor, bought, delivered }, { tellLeft, read }) {
  if (state === 'held' && heldFor !== null) return countDown(heldFor, tellLeft);
  tellLeft('');
  const isUnderWay = state === 'paying' || state === 'paid' || bought.length > delivered.length;
  const timer = isUnderWay ? setTimeout(read, PERIOD) : undefined;
  return () => clearTimeout(timer);
}

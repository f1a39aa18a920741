import { ShopCart } from '../src/cart.svelte.ts';
import { EventLog } from '../src/event-log.svelte.ts';

/** What the checkout's upsell is rendered with alone: on the server, and when the page is hydrated. */
export function upsellProps() {
  const offersUrl = '../../../offers/madison-square-garden.json';
  return { cart: new ShopCart(), log: new EventLog(), offersUrl };
}

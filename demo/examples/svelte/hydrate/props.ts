import { Checkout } from '../src/checkout.svelte.ts';

/** What the checkout's upsell is rendered with alone: on the server, and when the page is hydrated. */
export function upsellProps() {
  const source = { 'account-id': '222', 'offers-url': '../../../offers/madison-square-garden.json' };
  return { checkout: new Checkout(), source };
}

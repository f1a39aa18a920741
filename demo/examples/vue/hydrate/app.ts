import 'rokt-upsell';
import { createPinia } from 'pinia';
import { createSSRApp } from 'vue';
import UpsellOffers from '../src/components/UpsellOffers.vue';

/** The checkout's upsell alone, as the server renders it and the page hydrates it. */
export function createUpsellApp() {
  const source = { 'account-id': '222', 'offers-url': '../../../offers/madison-square-garden.json' };
  return createSSRApp(UpsellOffers, { source }).use(createPinia());
}

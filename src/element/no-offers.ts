import { UpsellError } from '../model/index.ts';

/** Stands for `load-offers.ts` in the script-tag file that holds no offers. */
export function loadOffers(): Promise<never> {
  const isThere = document.querySelector('script[src*="rokt-upsell-offers"]');
  const why = isThere
    ? 'rokt-upsell.js has defined the tag before rokt-upsell-offers.js, which is there too: load that one alone'
    : 'offers-url needs rokt-upsell-offers.js in place of rokt-upsell.js';
  return Promise.reject(new UpsellError('offers-missing', why));
}

import { UpsellError } from '../model/index.ts';

/** Stands for `load-offers.ts` in the script-tag file that holds no offers. */
export function loadOffers(): Promise<never> {
  const why = 'offers-url needs rokt-upsell-offers.js';
  return Promise.reject(new UpsellError('offers-missing', why));
}

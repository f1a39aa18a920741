import { UpsellError } from '../model/index.ts';

/** Stands for `load-offers.ts` in the script-tag file that holds no offers. */
export function loadOffers(): Promise<never> {
  const why =
    'rokt-upsell.js draws no offers of its own: with offers-url, load rokt-upsell-offers.js instead';
  return Promise.reject(new UpsellError('offers-missing', why));
}

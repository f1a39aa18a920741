import type { ItemTerms, Product } from '../../../src/service/catalogue/catalogue.ts';

const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** A product as it is sold, and as every offer of it says. */
export interface Sold extends Omit<Product, 'maximum'>, ItemTerms {
  /** The most that one cart may have; no limit without. */
  readonly perCart?: number | undefined;
}

/** A product with nothing special about it: 20.50 USD, 1 to 10 of it, held for ten minutes. */
export const parking: Sold = {
  unitPrice: 2_050,
  currency: 'USD',
  minimum: 1,
  maximum: 10,
  holdTime: 10 * MINUTE,
  provider: 'arrive',
};

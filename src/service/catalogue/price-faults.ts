import { LIMITS } from '../../contract/index.ts';
import { hasMinorUnit, isQuantity, priceFault, toMinorUnits } from '../../model/index.ts';
import type { CatalogueFault } from './check-catalogue.ts';
import type { Fields } from './records.ts';

/** Those that are in use; of their minor units Intl knows nothing. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** Of `currency` and `unitPrice`, which are at `path`; so many as `maximum` may be sold at once. */
export function faultsOfPricing({ currency, unitPrice, maximum }: Fields, path: string): CatalogueFault[] {
  if (typeof currency !== 'string' || !/^[a-z]{3}$/i.test(currency)) return [];
  if (isCurrency(currency)) return faultsOfPrice(unitPrice, currency, `${path}.unitPrice`, maximum);
  const what = 'a currency of ISO 4217 that has a minor unit';
  return [{ path: `${path}.currency`, expected: what, got: currency }];
}

/** Of what a thing has cost before, in the currency that it is sold in. */
export function faultsOfOriginalPrice(
  { originalPrice }: Fields,
  currency: unknown,
  path: string,
): CatalogueFault[] {
  if (typeof currency !== 'string' || !isCurrency(currency)) return [];
  return faultsOfPrice(originalPrice, currency, `${path}.originalPrice`, 1);
}

/** @param maximum how many of it may be sold at once: their total has to be exact, too, or no column keeps it */
function faultsOfPrice(price: unknown, currency: string, path: string, maximum: unknown): CatalogueFault[] {
  if (typeof price !== 'number') return [];
  const fault = priceFault(price, currency);
  if (fault !== null) return [{ path, expected: fault, got: price }];
  const most = isQuantity(maximum) ? Math.min(maximum, LIMITS.quantity) : LIMITS.quantity;
  if (toMinorUnits(price, currency) * most <= Number.MAX_SAFE_INTEGER) return [];
  const what = 'a price of which `maximum` come to no more than 2 ** 53 minor units';
  return [{ path, expected: what, got: price }];
}

function isCurrency(code: string): boolean {
  return CURRENCIES.has(code.toUpperCase()) && hasMinorUnit(code);
}

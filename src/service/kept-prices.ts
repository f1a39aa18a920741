import { hasMinorUnit, minorUnitDigits, toMajorUnits, toMinorUnits } from '../model/index.ts';

/**
 * Currencies without a minor unit of their own, such as XDR, are not sold any more. What was sold in one is kept in the
 * hundredths that Intl gave it.
 */
const STAND_IN = 'USD';

/** How many decimals a price in `currency` is kept with. */
export function keptDigits(currency: string): number {
  return minorUnitDigits(countable(currency));
}

/** A price that is kept, in whole minor units, as a decimal in major units. */
export function keptInMajorUnits(minor: number, currency: string): number {
  return toMajorUnits(minor, countable(currency));
}

/** A decimal in major units as a price in `currency` is kept. */
export function asKept(price: number, currency: string): number {
  return toMinorUnits(price, countable(currency));
}

function countable(currency: string): string {
  return hasMinorUnit(currency) ? currency : STAND_IN;
}

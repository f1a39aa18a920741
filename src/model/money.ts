/**
 * The currencies of ISO 4217 whose minor unit is no hundredth, by its decimals; the last ones have none. Never asked of Intl:
 * its digits are CLDR's, which follow what cash there is and differ between runtimes and years.
 *
 * Source: ISO 4217, list one.
 */
const CURRENCIES_BY_DIGITS = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
  none: 'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX',
};

/**
 * How many decimals the minor unit of `currency` has, by ISO 4217: 2 for USD and HUF, 0 for JPY, 3 for KWD.
 *
 * @throws {RangeError} when `currency` is no ISO 4217 shaped code, or one without a minor unit such as XAU
 */
export function minorUnitDigits(currency: string): number {
  if (!/^[a-z]{3}$/i.test(currency))
    throw new RangeError(`currency: expected an ISO 4217 code such as "USD", got "${currency}"`);
  const code = currency.toUpperCase();
  const [digits = '2'] = Object.entries(CURRENCIES_BY_DIGITS).find(([, codes]) => codes.includes(code)) ?? [];
  if (digits === 'none') throw new RangeError(`currency: expected one with a minor unit, got "${currency}"`);
  return Number(digits);
}

/**
 * `price`, a decimal in major units, as a whole number of minor units, rounded half away from zero.
 *
 * `toMinorUnits(35.1, 'USD')` is 3510, `toMinorUnits(500, 'JPY')` is 500.
 *
 * @throws {RangeError} when `price` is not finite, or `currency` is no code of ISO 4217 with a minor unit
 */
export function toMinorUnits(price: number, currency: string): number {
  if (!Number.isFinite(price)) throw new RangeError(`price: expected a finite number, got ${price}`);
  const shifted = shiftDecimals(Math.abs(price), minorUnitDigits(currency));
  return Math.sign(price) * Math.round(shifted) || 0;
}

/** A whole number of minor units as Rokt's decimal in major units: `toMajorUnits(3510, 'USD')` is 35.1. */
export function toMajorUnits(minor: number, currency: string): number {
  return shiftDecimals(minor, -minorUnitDigits(currency));
}

/** True for a code of ISO 4217 that has a minor unit, in any case; a code that the table does not name counts as one. */
export function hasMinorUnit(currency: string): boolean {
  try {
    return minorUnitDigits(currency) >= 0;
  } catch {
    return false;
  }
}

/**
 * What a price in `currency` has to be, where `price` is something else; null where it is sound.
 *
 * @throws {RangeError} when `currency` is no code of ISO 4217 with a minor unit
 */
export function priceFault(price: number, currency: string): string | null {
  const minor = Number.isFinite(price) ? toMinorUnits(price, currency) : Infinity;
  if (Math.abs(minor) > Number.MAX_SAFE_INTEGER) return 'no more than 2 ** 53 minor units';
  if (toMajorUnits(minor, currency) === price) return null;
  return `whole minor units of ${currency} (${minorUnitDigits(currency)} decimals)`;
}

/** Moves the decimal point in the number's own decimal text, so that 1.005 becomes 100.5 and not 100.49999999999999. */
function shiftDecimals(value: number, by: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + by}`);
}

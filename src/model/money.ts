const digitsByCurrency = new Map<string, number>();

/**
 * How many decimals the minor unit of `currency` has: 2 for USD, 0 for JPY, 3 for KWD.
 *
 * @throws {RangeError} when `currency` is no ISO 4217 shaped code
 */
export function minorUnitDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    if (!/^[a-z]{3}$/i.test(currency)) {
      throw new RangeError(`currency: expected an ISO 4217 code such as "USD", got "${currency}"`);
    }
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

/**
 * `price`, a decimal in major units, as a whole number of minor units, rounded half away from zero.
 *
 * `toMinorUnits(35.1, 'USD')` is 3510, `toMinorUnits(500, 'JPY')` is 500.
 *
 * @throws {RangeError} when `price` is not finite or `currency` is no ISO 4217 shaped code
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

/** Moves the decimal point in the number's own decimal text, so that 1.005 becomes 100.5 and not 100.49999999999999. */
function shiftDecimals(value: number, by: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + by}`);
}

// @ts-check

/** @type {Map<string, ReturnType<typeof createMoney>>} */
const known = new Map();

/** The money of these goods, made once. @param {Pick<import('./goods.js').Goods, 'currency' | 'digits' | 'locale'>} goods */
export function moneyOf({ currency, digits, locale }) {
  const key = `${currency} ${digits} ${locale}`;
  const money = known.get(key) ?? createMoney(currency, digits, locale);
  known.set(key, money);
  return money;
}

/**
 * Money of one currency: integers in minor units inside, text for people outside.
 * @param {string} currency ISO 4217, e.g. `USD`
 * @param {number} digits its decimals by ISO 4217
 * @param {string} [locale]
 */
export function createMoney(currency, digits, locale = 'en-US') {
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const text = new Intl.NumberFormat(locale, { style: 'currency', currency, ...decimals });
  const factor = 10 ** digits;
  return {
    /** Minor units of a decimal price. Anything that is no finite number counts as 0. @param {unknown} price */
    toMinor: (price) => (Number.isFinite(price) ? Math.round(Number(price) * factor) : 0),
    /** A decimal of `minor`, as text: `29500` → `"295.00"`. @param {number} minor */
    toDecimal: (minor) => (minor / factor).toFixed(digits),
    /** What the shopper reads: `29500` → `$295.00`. @param {number} minor */
    format: (minor) => text.format(minor / factor),
  };
}

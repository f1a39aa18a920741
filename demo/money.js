// @ts-check

/** @type {Map<string, ReturnType<typeof createMoney>>} */
const known = new Map();

/** The money of these goods, made once. @param {{currency: string, locale?: string | undefined}} goods */
export function moneyOf({ currency, locale }) {
  const key = `${currency} ${locale}`;
  const money = known.get(key) ?? createMoney(currency, locale);
  known.set(key, money);
  return money;
}

/**
 * Money of one currency: integers in minor units inside, text for people outside.
 * @param {string} currency ISO 4217, e.g. `USD`
 * @param {string} [locale]
 */
export function createMoney(currency, locale = 'en-US') {
  const text = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const factor = 10 ** (text.resolvedOptions().maximumFractionDigits ?? 2);
  return {
    /** Minor units of a decimal price. Anything that is no finite number counts as 0. @param {unknown} price */
    toMinor: (price) => (Number.isFinite(price) ? Math.round(Number(price) * factor) : 0),
    /** A decimal of `minor`, as text: `29500` → `"295.00"`. @param {number} minor */
    toDecimal: (minor) => (minor / factor).toFixed(Math.round(Math.log10(factor))),
    /** What the shopper reads: `29500` → `$295.00`. @param {number} minor */
    format: (minor) => text.format(minor / factor),
  };
}

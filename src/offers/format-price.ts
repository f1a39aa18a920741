import { minorUnitDigits, toMajorUnits, toMinorUnits } from '../model/index.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** `price`, a decimal in major units, times `quantity`, as the language writes it, with the decimals of ISO 4217. */
export function formatPrice(price: number, currency: string, lang: string, quantity = 1): string {
  const total = toMajorUnits(toMinorUnits(price, currency) * quantity, currency);
  const key = `${lang} ${currency}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = createFormat(currency, lang)));
  return format.format(total);
}

function createFormat(currency: string, lang: string): Intl.NumberFormat {
  const digits = minorUnitDigits(currency);
  const options = {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const;
  try {
    return new Intl.NumberFormat(lang || undefined, options);
  } catch {
    // A `lang` that is no language tag, such as "en_US": the browser's own language has to do.
    return new Intl.NumberFormat(undefined, options);
  }
}

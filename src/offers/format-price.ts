import { toMajorUnits, toMinorUnits } from '../model/index.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** `price`, a decimal in major units, times `quantity`, as the language writes it; exact in the minor unit. */
export function formatPrice(price: number, currency: string, lang: string, quantity = 1): string {
  const total = toMajorUnits(toMinorUnits(price, currency) * quantity, currency);
  const key = `${lang} ${currency}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = createFormat(currency, lang)));
  return format.format(total);
}

function createFormat(currency: string, lang: string): Intl.NumberFormat {
  const options = { style: 'currency', currency } as const;
  try {
    return new Intl.NumberFormat(lang || undefined, options);
  } catch {
    // A `lang` that is no language tag, such as "en_US": the browser's own language has to do.
    return new Intl.NumberFormat(undefined, options);
  }
}

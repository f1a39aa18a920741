import type { Offer } from '../contract/wire.ts';
import { minorUnitDigits, toMajorUnits, toMinorUnits } from '../model/index.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** What `quantity` of what is offered cost, as the language writes it. */
export function priceOf({ cartItem }: Offer, lang: string | undefined, quantity = 1): string {
  return formatPrice(cartItem.unitPrice, cartItem.currency, lang, quantity);
}

/** `price`, a decimal in major units, times `quantity`, as the language writes it, with the decimals of ISO 4217. */
export function formatPrice(price: number, currency: string, lang: string | undefined, quantity = 1): string {
  const total = toMajorUnits(toMinorUnits(price, currency) * quantity, currency);
  const key = `${lang} ${currency}`;
  const format = formats.get(key) ?? createFormat(lang, currency);
  formats.set(key, format);
  return format.format(total);
}

function createFormat(lang: string | undefined, currency: string): Intl.NumberFormat {
  const digits = minorUnitDigits(currency);
  return new Intl.NumberFormat(lang, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A locale in lower case, as `en-us` or `en`; `*` takes any. */
export type LocaleRange = string;

const ANY = '*';

/** No browser sends more; each is looked for in every offer, so that a header full of them would keep the service busy. */
const MOST_RANGES = 32;

/**
 * The locales that a shopper reads, the best first: the attribute `locale` alone where it is given, else the first 32 of
 * `Accept-Language`, by weight. Empty where nobody said.
 */
export function wantedLocales(locale: unknown, acceptLanguage: string | undefined): readonly LocaleRange[] {
  if (typeof locale === 'string' && locale.trim() !== '') return [toRange(locale)];
  return (acceptLanguage ?? '')
    .split(',', MOST_RANGES)
    .map(toWeighted)
    .filter(({ range, weight }) => range !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ range }) => range);
}

/** True when an offer in `locale` can be read by who wants `range`: `en-US` takes `en-US` and `en`. */
export function isReadIn(locale: string, range: LocaleRange): boolean {
  const own = toRange(locale);
  return range === ANY || own === range || range.startsWith(`${own}-`);
}

function toWeighted(part: string): { range: LocaleRange; weight: number } {
  const [range = '', ...parameters] = part.split(';');
  const quality = parameters.map((text) => text.trim()).find((text) => /^q=/i.test(text));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { range: toRange(range), weight: Number.isFinite(weight) ? weight : 0 };
}

function toRange(locale: string): LocaleRange {
  return locale.trim().replaceAll('_', '-').toLowerCase();
}

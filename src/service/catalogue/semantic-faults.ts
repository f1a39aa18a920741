import { LIMITS } from '../../contract/index.ts';
import { hasMinorUnit, isQuantity, isRecord, priceFault, toMinorUnits } from '../../model/index.ts';
import type { CatalogueFault } from './check-catalogue.ts';
import { isPublishedSecret } from './published-secret.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Those that are in use; of their minor units Intl knows nothing. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** What no schema can say of a catalogue; of a part that is malformed only what can be said. */
export function semanticFaults(json: unknown): CatalogueFault[] {
  const providers = isRecord(json) && isRecord(json['providers']) ? json['providers'] : {};
  const placements = recordsIn(json, 'placements');
  const offers = placements.flatMap(([placement, at]) =>
    recordsIn(placement, 'offers').map(([offer, path]): [Fields, string] => [offer, `${at}.${path}`]),
  );
  return [
    ...Object.entries(providers).flatMap(([name, provider]) => faultsOfProvider(provider, name)),
    ...placements.flatMap(([placement, path]) => faultsOfLocales(placement, path)),
    ...doublesOf('placementId', placements),
    ...doublesOf('sku', offers),
    ...offers.flatMap(([offer, path]) => [
      ...faultsOfQuantities(offer, path),
      ...faultsOfItem(offer, path),
      ...faultsOfLocales(offer, path),
      ...faultsOfProviderName(offer, path, Object.keys(providers)),
    ]),
  ];
}

function faultsOfProvider(provider: unknown, name: string): CatalogueFault[] {
  const { url, secret } = isRecord(provider) ? provider : {};
  const faults: CatalogueFault[] = [];
  if (typeof url === 'string' && !URL.canParse(url))
    faults.push({ path: `providers.${name}.url`, expected: 'a URL', got: url });
  const secrets: readonly unknown[] = Array.isArray(secret) ? secret : [secret];
  for (const [index, one] of secrets.entries()) {
    if (typeof one !== 'string' || !isPublishedSecret(one)) continue;
    const path = `providers.${name}.secret${Array.isArray(secret) ? `[${index}]` : ''}`;
    faults.push({ path, expected: 'a secret of your own', got: 'one that is published' });
  }
  return faults;
}

function faultsOfProviderName(
  { provider }: Fields,
  path: string,
  known: readonly string[],
): CatalogueFault[] {
  if (typeof provider !== 'string' || known.includes(provider)) return [];
  const names = known.length > 0 ? known.join(', ') : 'there are none';
  return [{ path: `${path}.provider`, expected: `one of the providers (${names})`, got: provider }];
}

function faultsOfQuantities({ minimum, maximum, required }: Fields, path: string): CatalogueFault[] {
  const least = isQuantity(minimum) ? minimum : 0;
  const faults: CatalogueFault[] = [];
  if (isQuantity(maximum) && maximum > 0 && maximum < least)
    faults.push({ path: `${path}.maximum`, expected: `at least ${least}`, got: maximum });
  if (least > 0 && required === undefined)
    faults.push({
      path: `${path}.required`,
      expected: 'a reason, since minimum makes it a mandatory charge',
      got: required,
    });
  return faults;
}

function faultsOfItem(
  { cartItem, originalPrice, linkedTo, maximum }: Fields,
  path: string,
): CatalogueFault[] {
  if (!isRecord(cartItem)) return [];
  const { currency, unitPrice, providerData, quantityMustBeSynchronized } = cartItem;
  const at = `${path}.cartItem`;
  const faults: CatalogueFault[] = [];
  if (typeof currency === 'string' && /^[a-z]{3}$/i.test(currency)) {
    if (!isCurrency(currency)) {
      const what = 'a currency of ISO 4217 that has a minor unit';
      faults.push({ path: `${at}.currency`, expected: what, got: currency });
    } else {
      faults.push(...faultsOfPrice(unitPrice, currency, `${at}.unitPrice`, maximum));
      faults.push(...faultsOfPrice(originalPrice, currency, `${path}.originalPrice`));
    }
  }
  if (typeof providerData === 'string' && !isJson(providerData))
    faults.push({ path: `${at}.providerData`, expected: 'JSON as text', got: providerData });
  if (quantityMustBeSynchronized === true && linkedTo === undefined)
    faults.push({
      path: `${path}.linkedTo`,
      expected: 'the products whose quantity it has to have',
      got: linkedTo,
    });
  return faults;
}

/** @param maximum how many of it may be sold at once: their total has to be exact, too, or no column keeps it */
function faultsOfPrice(
  price: unknown,
  currency: string,
  path: string,
  maximum: unknown = 1,
): CatalogueFault[] {
  if (typeof price !== 'number') return [];
  const fault = priceFault(price, currency);
  if (fault !== null) return [{ path, expected: fault, got: price }];
  const most = isQuantity(maximum) ? Math.min(maximum, LIMITS.quantity) : 1;
  if (toMinorUnits(price, currency) * most <= Number.MAX_SAFE_INTEGER) return [];
  const what = 'a price of which `maximum` come to no more than 2 ** 53 minor units';
  return [{ path, expected: what, got: price }];
}

function faultsOfLocales({ locales }: Fields, path: string): CatalogueFault[] {
  if (!Array.isArray(locales)) return [];
  return locales.flatMap((locale: unknown, index) =>
    typeof locale !== 'string' || isLocale(locale)
      ? []
      : [{ path: `${path}.locales[${index}]`, expected: 'a locale such as "en-US"', got: locale }],
  );
}

function doublesOf(field: string, records: readonly [Fields, string][]): CatalogueFault[] {
  const first = new Map<unknown, string>();
  return records.flatMap(([record, path]) => {
    const value = record[field];
    if (typeof value !== 'string') return [];
    const earlier = first.get(value);
    if (earlier !== undefined)
      return [{ path: `${path}.${field}`, expected: `another than that of ${earlier}`, got: value }];
    first.set(value, path);
    return [];
  });
}

/** Those entries of a list that are objects, with their paths. */
function recordsIn(parent: unknown, field: string): [Fields, string][] {
  const list = isRecord(parent) ? parent[field] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown, index): [Fields, string][] =>
    isRecord(entry) ? [[entry, `${field}[${index}]`]] : [],
  );
}

function isCurrency(code: string): boolean {
  return CURRENCIES.has(code.toUpperCase()) && hasMinorUnit(code);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

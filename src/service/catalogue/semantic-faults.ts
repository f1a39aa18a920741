import { expiryFaults, isQuantity, isRecord } from '../../model/index.ts';
import type { CatalogueFault } from './check-catalogue.ts';
import { faultsOfProducts } from './product-faults.ts';
import { isPublishedSecret } from './published-secret.ts';
import { doublesOf, type Fields, type Located, recordsIn } from './records.ts';

/** What no schema can say of a catalogue; of a part that is malformed only what can be said. */
export function semanticFaults(json: unknown): CatalogueFault[] {
  const providers = isRecord(json) && isRecord(json['providers']) ? json['providers'] : {};
  const placements = recordsIn(json, 'placements');
  const offers = placements.flatMap(([placement, at]) =>
    recordsIn(placement, 'offers').map(([offer, path]): Located => [offer, `${at}.${path}`]),
  );
  return [
    ...Object.entries(providers).flatMap(([name, provider]) => faultsOfProvider(provider, name)),
    ...placements.flatMap(([placement, path]) => faultsOfLocales(placement, path)),
    ...doublesOf('placementId', placements),
    ...faultsOfProducts(json, offers, Object.keys(providers)),
    ...offers.flatMap(([offer, path]) => [
      ...faultsOfQuantities(offer, path),
      ...faultsOfItem(offer, path),
      ...faultsOfLocales(offer, path),
      ...expiryFaults(offer, path),
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

function faultsOfItem({ cartItem, linkedTo }: Fields, path: string): CatalogueFault[] {
  if (!isRecord(cartItem)) return [];
  const { providerData, quantityMustBeSynchronized } = cartItem;
  const faults: CatalogueFault[] = [];
  if (typeof providerData === 'string' && !isJson(providerData))
    faults.push({ path: `${path}.cartItem.providerData`, expected: 'JSON as text', got: providerData });
  if (quantityMustBeSynchronized === true && linkedTo === undefined)
    faults.push({
      path: `${path}.linkedTo`,
      expected: 'the products whose quantity it has to have',
      got: linkedTo,
    });
  return faults;
}

function faultsOfLocales({ locales }: Fields, path: string): CatalogueFault[] {
  if (!Array.isArray(locales)) return [];
  return locales.flatMap((locale: unknown, index) =>
    typeof locale !== 'string' || isLocale(locale)
      ? []
      : [{ path: `${path}.locales[${index}]`, expected: 'a locale such as "en-US"', got: locale }],
  );
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

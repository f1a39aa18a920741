import {
  A_QUANTITY,
  expected,
  hasMinorUnit,
  isQuantity,
  isRecord,
  priceFault,
  UpsellError,
} from '../model/index.ts';
import { faultsBetween } from './check-products.ts';
import type { OffersDocument } from '../contract/wire.ts';

/** What a value should have been, or null where it is. */
type Rule = (value: unknown) => string | null;

/** What makes Intl or URL throw is not sound either. */
const rule =
  (what: string, isSound: (value: unknown) => boolean): Rule =>
  (value) => {
    try {
      return isSound(value) ? null : what;
    } catch {
      return what;
    }
  };
const optional =
  (inner: Rule): Rule =>
  (value) =>
    value === undefined ? null : inner(value);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const text = rule('a non-empty string', isText);
const anyText = rule('a string', (value) => typeof value === 'string');
const price = rule('a number of at least 0', (value) => Number.isFinite(value) && (value as number) >= 0);
const quantity = rule(A_QUANTITY, isQuantity);
const list = rule('an array', Array.isArray);
const flag = rule('true or false', (value) => typeof value === 'boolean');
const currency = rule('an ISO 4217 code such as "USD"', (value) => isText(value) && hasMinorUnit(value));
const link = rule(
  'an http or https URL',
  (value) => isText(value) && /^https?:$/.test(new URL(value, 'https://relative.example').protocol),
);

const ITEM_RULES: Record<string, Rule> = {
  catalogItemId: text,
  name: text,
  currency,
  unitPrice: price,
  description: optional(anyText),
  providerData: optional(anyText),
  cartItemId: optional(text),
  linkedProductId: optional(text),
  quantityMustBeSynchronized: optional(flag),
};

const OFFER_RULES: Record<string, Rule> = {
  minimum: quantity,
  maximum: quantity,
  originalPrice: optional(price),
  taxNote: optional(text),
  seller: optional(text),
  inventoryStatus: optional(text),
  positiveResponseText: optional(text),
  negativeResponseText: optional(text),
};

/**
 * The offers in `input`.
 *
 * @throws {UpsellError} `invalid-offers` that names each fault by its path
 */
export function toOffersDocument(input: unknown): OffersDocument {
  const placements = isRecord(input) ? input['placements'] : undefined;
  const faults = Array.isArray(placements)
    ? [...placements.flatMap(faultsOfPlacement), ...faultsBetween(offersIn(placements))]
    : faultsOf(input, 'offers', { placements: list });
  if (faults.length === 0) return input as OffersDocument;
  throw new UpsellError('invalid-offers', faults.join('; '));
}

function faultsOfPlacement(placement: unknown, index: number): string[] {
  const path = `placements[${index}]`;
  const faults = faultsOf(placement, path, { offers: list, target: optional(text), title: optional(text) });
  if (faults.length > 0) return faults;
  return offersIn([placement], index).flatMap(([offer, at]) => faultsOfOffer(offer, at));
}

function faultsOfOffer(offer: unknown, path: string): string[] {
  if (!isRecord(offer)) return [expected(path, 'an object', offer)];
  const { cartItem, minimum, maximum, required, terms, images = [], inventoryStatus } = offer;
  const least = isQuantity(minimum) ? minimum : 0;
  const isRequired = least > 0 || required !== undefined;
  const isSoldOut = String(inventoryStatus).toLowerCase() === 'outofstock';
  return [
    ...faultsOf(offer, path, OFFER_RULES),
    ...faultsOf(cartItem, `${path}.cartItem`, ITEM_RULES),
    ...faultsOfDigits(offer, cartItem, path),
    ...(isQuantity(maximum) && maximum < Math.max(least, 1)
      ? [expected(`${path}.maximum`, `at least ${Math.max(least, 1)}`, maximum)]
      : []),
    ...(isRequired ? faultsOf(required, `${path}.required`, { reason: text }) : []),
    ...(isRequired && isSoldOut
      ? [expected(`${path}.inventoryStatus`, 'stock of what is required', inventoryStatus)]
      : []),
    ...(terms === undefined ? [] : faultsOf(terms, `${path}.terms`, { url: link })),
    ...(Array.isArray(images)
      ? images.flatMap((image, i) =>
          faultsOf(image, `${path}.images[${i}]`, { url: text, alt: optional(anyText) }),
        )
      : [expected(`${path}.images`, 'an array', images)]),
  ];
}

/** Prices with other digits than the currency has; of a price or a currency that is none, its own rule tells. */
function faultsOfDigits(offer: Record<string, unknown>, cartItem: unknown, path: string): string[] {
  if (!isRecord(cartItem) || currency(cartItem['currency']) !== null) return [];
  const prices: [string, unknown][] = [
    [`${path}.cartItem.unitPrice`, cartItem['unitPrice']],
    [`${path}.originalPrice`, offer['originalPrice']],
  ];
  return prices.flatMap(([at, value]) => {
    if (price(value) !== null) return [];
    const what = priceFault(value as number, cartItem['currency'] as string);
    return what === null ? [] : [expected(at, what, value)];
  });
}

function faultsOf(value: unknown, path: string, rules: Record<string, Rule>): string[] {
  if (!isRecord(value)) return [expected(path, 'an object', value)];
  return Object.entries(rules).flatMap(([field, check]) => {
    const what = check(value[field]);
    return what === null ? [] : [expected(`${path}.${field}`, what, value[field])];
  });
}

/** Every offer of some placements, with its path; the first of them is the document's `first`th. */
function offersIn(placements: readonly unknown[], first = 0): [offer: unknown, path: string][] {
  return placements.flatMap((placement, index) => {
    const offers = isRecord(placement) ? placement['offers'] : undefined;
    if (!Array.isArray(offers)) return [];
    return offers.map((offer: unknown, i): [unknown, string] => [
      offer,
      `placements[${first + index}].offers[${i}]`,
    ]);
  });
}

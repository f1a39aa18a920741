import { expected, isQuantity, isRecord, minorUnitDigits, productKey, UpsellError } from '../model/index.ts';

/** A cart item as an offer describes it: its quantity and total are the placement's, its id may be. */
export interface OfferedItem {
  /** Minted by the launcher where a static file has none. */
  readonly cartItemId?: string;
  readonly catalogItemId: string;
  readonly currency: string;
  readonly name: string;
  readonly description?: string;
  readonly providerData?: string;
  readonly unitPrice: number;
  readonly linkedProductId?: string;
  readonly quantityMustBeSynchronized?: boolean;
}

/** One thing to sell, as `offers.json` holds it. Quantities are whole numbers, prices decimals in major units. */
export interface Offer {
  readonly cartItem: OfferedItem;
  /** 1 or more makes it a mandatory charge, which needs `required`. */
  readonly minimum: number;
  readonly maximum: number;
  /** Why the item is charged without having been chosen. */
  readonly required?: { readonly reason: string };
  readonly images?: readonly { readonly url: string; readonly alt?: string }[];
  readonly originalPrice?: number;
  readonly taxNote?: string;
  readonly terms?: { readonly url: string; readonly label?: string };
  readonly seller?: string;
  /** `OutOfStock`, in any case, is sold out; anything else is not told. */
  readonly inventoryStatus?: string;
  readonly positiveResponseText?: string;
  readonly negativeResponseText?: string;
  /** Taken note of and not followed: an optional item starts at 0. */
  readonly preSelectedQuantity?: number;
}

/** The offers of one place on the page. */
export interface PlacementDocument {
  readonly placementId?: string;
  /** Selector of its mount node; default: the launcher's. */
  readonly target?: string;
  readonly title?: string;
  readonly offers: readonly Offer[];
}

/** What an `offers.json` holds. */
export interface OffersDocument {
  readonly sessionId?: string;
  readonly placements: readonly PlacementDocument[];
}

type Rule = (value: unknown) => string | null;

const text: Rule = (value) => (typeof value === 'string' && value ? null : 'a non-empty string');
const price: Rule = (value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? null : 'a number of at least 0';
const quantity: Rule = (value) => (isQuantity(value) ? null : 'a whole number of at least 0');
const list: Rule = (value) => (Array.isArray(value) ? null : 'an array');
const optional =
  (rule: Rule): Rule =>
  (value) =>
    value === undefined ? null : rule(value);
const currency: Rule = (value) => {
  try {
    return typeof value === 'string' && minorUnitDigits(value) >= 0 ? null : 'an ISO 4217 code such as "USD"';
  } catch {
    return 'an ISO 4217 code such as "USD"';
  }
};

const ITEM_RULES: Record<string, Rule> = {
  catalogItemId: text,
  name: text,
  currency,
  unitPrice: price,
  description: optional((value) => (typeof value === 'string' ? null : 'a string')),
  providerData: optional((value) => (typeof value === 'string' ? null : 'a JSON string')),
  cartItemId: optional(text),
  linkedProductId: optional(text),
  quantityMustBeSynchronized: optional((value) => (typeof value === 'boolean' ? null : 'true or false')),
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
  images: optional(list),
};

/**
 * The offers in `input`.
 *
 * @throws {UpsellError} `invalid-offers` that names each fault by its path
 */
export function toOffersDocument(input: unknown): OffersDocument {
  const faults = faultsOfDocument(input);
  if (faults.length === 0) return input as OffersDocument;
  throw new UpsellError('invalid-offers', faults.join('; '));
}

function faultsOfDocument(input: unknown): string[] {
  if (!isRecord(input)) return [expected('offers', 'an object', input)];
  const { placements } = input;
  if (!Array.isArray(placements)) return [expected('placements', 'an array', placements)];
  return placements.flatMap((placement: unknown, index) => {
    const path = `placements[${index}]`;
    if (!isRecord(placement)) return [expected(path, 'an object', placement)];
    const faults = faultsOf(placement, path, { offers: list, target: optional(text), title: optional(text) });
    if (faults.length > 0) return faults;
    const offers = placement['offers'] as unknown[];
    return [
      ...offers.flatMap((offer, i) => faultsOfOffer(offer, `${path}.offers[${i}]`)),
      ...doublesIn(offers, path),
    ];
  });
}

function faultsOfOffer(offer: unknown, path: string): string[] {
  if (!isRecord(offer)) return [expected(path, 'an object', offer)];
  const { cartItem, minimum, maximum, required, terms } = offer;
  const faults = faultsOf(offer, path, OFFER_RULES);
  if (isRecord(cartItem)) faults.push(...faultsOf(cartItem, `${path}.cartItem`, ITEM_RULES));
  else faults.push(expected(`${path}.cartItem`, 'an object', cartItem));
  if (isQuantity(minimum) && isQuantity(maximum) && maximum < Math.max(minimum, 1)) {
    faults.push(expected(`${path}.maximum`, `at least ${Math.max(minimum, 1)}`, maximum));
  }
  if (isQuantity(minimum) && minimum > 0 && !isRecord(required)) {
    faults.push(expected(`${path}.required`, `{reason}, as the minimum is ${minimum}`, required));
  }
  if (isRecord(required)) faults.push(...faultsOf(required, `${path}.required`, { reason: text }));
  if (terms !== undefined)
    faults.push(...faultsOf(isRecord(terms) ? terms : {}, `${path}.terms`, { url: text }));
  return faults;
}

function faultsOf(object: Record<string, unknown>, path: string, rules: Record<string, Rule>): string[] {
  return Object.entries(rules).flatMap(([field, rule]) => {
    const what = rule(object[field]);
    return what === null ? [] : [expected(`${path}.${field}`, what, object[field])];
  });
}

/** Two offers of one product could not be told apart after the shopper comes back. */
function doublesIn(offers: readonly unknown[], path: string): string[] {
  const seen = new Set<string>();
  return offers.flatMap((offer, index) => {
    const item = isRecord(offer) ? offer['cartItem'] : undefined;
    if (!isRecord(item) || typeof item['catalogItemId'] !== 'string') return [];
    const key = productKey(item as { catalogItemId: string });
    const isDouble = seen.has(key);
    seen.add(key);
    return isDouble ? [expected(`${path}.offers[${index}].cartItem`, 'one offer a product', item)] : [];
  });
}

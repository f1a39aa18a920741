import { expected, isRecord, productKey } from '../model/index.ts';
import type { OfferedItem } from '../contract/wire.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What offers of one product have to agree on, each by what its value means: they are one item, drawn several times. */
type Terms = Readonly<Record<string, (value: unknown) => unknown>>;

const OFFER_TERMS: Terms = {
  minimum: (value) => value,
  maximum: (value) => value,
  inventoryStatus: (value) => String(value).toLowerCase() === 'outofstock',
};
const ITEM_TERMS: Terms = {
  unitPrice: (value) => value,
  currency: (value) => value,
  providerData: (value) => value ?? '{}',
  quantityMustBeSynchronized: (value) => value ?? false,
};

interface Known {
  readonly offer: Fields;
  readonly item: Fields;
  readonly path: string;
}

/** Faults between offers: a product on two terms, or an id for two products. Of a malformed one nothing is said. */
export function faultsBetween(offers: readonly (readonly [offer: unknown, path: string])[]): string[] {
  const firsts = new Map<string, Known>();
  const keys = new Map<unknown, string>();
  return offers.flatMap(([offer, path]) => {
    const item = isRecord(offer) ? offer['cartItem'] : undefined;
    if (!isRecord(offer) || !isRecord(item) || typeof item['catalogItemId'] !== 'string') return [];
    const { cartItemId } = item;
    const key = productKey(item as unknown as OfferedItem);
    const named = (cartItemId === undefined ? undefined : keys.get(cartItemId)) ?? key;
    const first = firsts.get(key) ?? { offer, item, path };
    keys.set(cartItemId, named);
    firsts.set(key, first);
    return [
      ...differences(OFFER_TERMS, path, offer, first.offer, first.path),
      ...differences(ITEM_TERMS, `${path}.cartItem`, item, first.item, `${first.path}.cartItem`),
      ...(named === key
        ? []
        : [expected(`${path}.cartItem.cartItemId`, 'an id for one product', cartItemId)]),
    ];
  });
}

function differences(terms: Terms, path: string, fields: Fields, first: Fields, firstPath: string): string[] {
  return Object.entries(terms)
    .filter(([name, meaningOf]) => meaningOf(fields[name]) !== meaningOf(first[name]))
    .map(([name]) => expected(`${path}.${name}`, `what ${firstPath}.${name} says`, fields[name]));
}

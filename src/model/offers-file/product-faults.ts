import { productKey } from '../cart-item.ts';
import { isRecord } from '../input.ts';
import type { Fault } from './fault.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What offers of one product have to agree on, each by what its value means: they are one item, drawn several times. */
type Terms = Readonly<Record<string, (value: unknown) => unknown>>;

const OFFER_TERMS: Terms = {
  minimum: (value) => value,
  maximum: (value) => value,
  inventoryStatus: (value) => String(value).toLowerCase() === 'outofstock',
  expiresAt: (value) => value,
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
export function productFaults(offers: readonly (readonly [offer: Fields, path: string])[]): Fault[] {
  const firsts = new Map<string, Known>();
  const keys = new Map<unknown, string>();
  return offers.flatMap(([offer, path]) => {
    const item = offer['cartItem'];
    if (!isRecord(item) || typeof item['catalogItemId'] !== 'string') return [];
    const { cartItemId } = item;
    const key = productKey(item as { catalogItemId: string });
    const named = (cartItemId === undefined ? undefined : keys.get(cartItemId)) ?? key;
    const first = firsts.get(key) ?? { offer, item, path };
    keys.set(cartItemId, named);
    firsts.set(key, first);
    const faults = [
      ...differences(OFFER_TERMS, path, offer, first.offer, first.path),
      ...differences(ITEM_TERMS, `${path}.cartItem`, item, first.item, `${first.path}.cartItem`),
    ];
    if (named !== key)
      faults.push({
        path: `${path}.cartItem.cartItemId`,
        expected: 'an id for one product',
        got: cartItemId,
      });
    return faults;
  });
}

/** True where two offers of one product agree on all that offers of one product have to agree on. */
export function haveSameTerms(one: object, other: object): boolean {
  const offers = [one, other].map((offer): [Fields, string] => [offer as Fields, '']);
  return productFaults(offers).length === 0;
}

function differences(terms: Terms, path: string, fields: Fields, first: Fields, firstPath: string): Fault[] {
  return Object.entries(terms)
    .filter(([name, meaningOf]) => meaningOf(fields[name]) !== meaningOf(first[name]))
    .map(([name]) => ({
      path: `${path}.${name}`,
      expected: `what ${firstPath}.${name} says`,
      got: fields[name],
    }));
}

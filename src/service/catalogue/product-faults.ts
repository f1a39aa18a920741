import { isRecord } from '../../model/index.ts';
import type { CatalogueFault } from './check-catalogue.ts';
import { faultsOfOriginalPrice, faultsOfPricing } from './price-faults.ts';
import { doublesOf, type Fields, type Located, recordsIn } from './records.ts';

/** What an offer states of its product where no products are listed, by its path in the offer. */
const STATED = ['stock', 'provider', 'holdSeconds', 'cartItem.currency', 'cartItem.unitPrice'] as const;
/** What every product has. */
const NEEDED: readonly string[] = ['cartItem.currency', 'cartItem.unitPrice'];

/** What no schema can say of what is sold: of the products that a catalogue lists, else of what its offers state. */
export function faultsOfProducts(
  json: unknown,
  offers: readonly Located[],
  providers: readonly string[],
): CatalogueFault[] {
  const listed = isRecord(json) ? json['products'] : undefined;
  if (listed === undefined)
    return [
      ...offers.flatMap((offer) => [...faultsOfStated(offer), ...faultsOfProviderName(offer, providers)]),
      ...disagreements(offers),
    ];
  // One that is malformed says nothing of the offers.
  if (!Array.isArray(listed)) return [];
  const products = recordsIn(json, 'products');
  return [
    ...doublesOf('sku', products),
    ...products.flatMap((product) => [
      ...faultsOfPricing(...product),
      ...faultsOfProviderName(product, providers),
    ]),
    ...offers.flatMap((offer) => faultsOfShown(offer, products)),
  ];
}

/** Of an offer that states its product. */
function faultsOfStated([offer, path]: Located): CatalogueFault[] {
  const { cartItem, maximum } = offer;
  if (!isRecord(cartItem)) return [];
  const missing = NEEDED.filter((field) => valueAt(offer, field) === undefined).map((field) => ({
    path: `${path}.${field}`,
    expected: 'a value, which every catalogue without `products` needs',
    got: undefined,
  }));
  return [
    ...missing,
    ...faultsOfPricing({ ...cartItem, maximum }, `${path}.cartItem`),
    ...faultsOfOriginalPrice(offer, cartItem['currency'], path),
  ];
}

/** Of offers that state one product: each that says something else than the first does. */
function disagreements(offers: readonly Located[]): CatalogueFault[] {
  const firsts = new Map<unknown, Located>();
  return offers.flatMap(([offer, path]) => {
    const { sku } = offer;
    if (typeof sku !== 'string') return [];
    const [first, firstPath] = firsts.get(sku) ?? [offer, path];
    firsts.set(sku, [first, firstPath]);
    return STATED.filter((field) => meaningAt(offer, field) !== meaningAt(first, field)).map((field) => ({
      path: `${path}.${field}`,
      expected: `what ${firstPath}.${field} says, which is of the same product`,
      got: valueAt(offer, field),
    }));
  });
}

/** Of an offer that shows one of the products that are listed. */
function faultsOfShown([offer, path]: Located, products: readonly Located[]): CatalogueFault[] {
  const { sku, minimum } = offer;
  const found = products.find(([product]) => typeof sku === 'string' && product['sku'] === sku);
  if (!found) {
    if (typeof sku !== 'string') return [];
    return [{ path: `${path}.sku`, expected: 'the `sku` of one of the products', got: sku }];
  }
  const [product, productPath] = found;
  const faults: CatalogueFault[] = STATED.filter((field) => valueAt(offer, field) !== undefined).map(
    (field) => ({
      path: `${path}.${field}`,
      expected: `nothing, since ${productPath} says it`,
      got: valueAt(offer, field),
    }),
  );
  const { maximum } = product;
  if (typeof minimum === 'number' && typeof maximum === 'number' && minimum > maximum)
    faults.push({
      path: `${path}.minimum`,
      expected: `no more than ${productPath}.maximum, which is ${maximum}`,
      got: minimum,
    });
  return [...faults, ...faultsOfOriginalPrice(offer, product['currency'], path)];
}

function faultsOfProviderName([{ provider }, path]: Located, known: readonly string[]): CatalogueFault[] {
  if (typeof provider !== 'string' || known.includes(provider)) return [];
  const names = known.length > 0 ? known.join(', ') : 'there are none';
  return [{ path: `${path}.provider`, expected: `one of the providers (${names})`, got: provider }];
}

/** What `field` of an offer means, for whoever compares: a currency is the same in any case. */
function meaningAt(offer: Fields, field: string): unknown {
  const value = valueAt(offer, field);
  return field === 'cartItem.currency' && typeof value === 'string' ? value.toUpperCase() : value;
}

function valueAt(offer: Fields, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>((parent, name) => (isRecord(parent) ? parent[name] : undefined), offer);
}

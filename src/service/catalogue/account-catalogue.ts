import { toMinorUnits } from '../../model/index.ts';
import { withoutUndefined } from '../without-undefined.ts';
import type { Catalogue, ItemTerms, Product } from './catalogue.ts';
import type {
  CatalogueFile,
  CatalogueOffer,
  CataloguePlacement,
  CatalogueProduct,
  Provider,
} from './catalogue-file.ts';

/** An offer with the price of its product, and nothing else of what the product is sold by. */
export interface Offer extends Omit<CatalogueOffer, 'stock' | 'provider' | 'holdSeconds'> {
  readonly cartItem: CatalogueOffer['cartItem'] & Pick<CatalogueProduct, 'currency' | 'unitPrice'>;
}

/** One place on the page, with what is offered there. */
export interface Placement extends CataloguePlacement {
  readonly offers: Offer[];
}

/** Everything that one account sells, as its catalogue file has it. */
export interface AccountCatalogue extends Catalogue {
  readonly accountId: string;
  /** Higher than that of every catalogue before it; 0 where the file names none. */
  readonly version: number;
  /** How the stand-in for Rokt's launcher behaves; undefined: as the service has it. */
  readonly standInManners?: CatalogueFile['standInManners'] | undefined;
  readonly placements: readonly Placement[];
  /** How many of each product there ever were; null without a limit. */
  readonly supplies: ReadonlyMap<string, number | null>;
  /** Who fulfils, by name. */
  readonly providers: Readonly<Record<string, Provider>>;
}

const HOLD_SECONDS = 600;

/** The catalogue that a file without faults describes. */
export function buildCatalogue(file: CatalogueFile): AccountCatalogue {
  const { holdSeconds = HOLD_SECONDS } = file;
  const sold = productsOf(file);
  const products = new Map(Array.from(sold, ([sku, product]) => [sku, toProduct(product, holdSeconds)]));
  const placements = file.placements.map((placement) => ({
    ...placement,
    offers: placement.offers.map((offer) => toOffer(offer, sold.get(offer.sku) ?? statedBy(offer))),
  }));
  const offers = placements.flatMap((placement) => placement.offers);
  return {
    accountId: file.accountId,
    version: file.version ?? 0,
    standInManners: file.standInManners,
    placements,
    supplies: new Map(Array.from(sold, ([sku, { stock }]) => [sku, stock ?? null])),
    providers: file.providers ?? {},
    product: (sku) => products.get(sku),
    firstOffer(sku) {
      const first = offers.find((offer) => offer.sku === sku);
      return first && toItemTerms(first);
    },
  };
}

/** What one item of `offer` may be: nobody reserves none of a mandatory charge, whose minimum is in the placement. */
export function toItemTerms({ minimum, maximum, cartItem }: Offer): ItemTerms {
  return { minimum: Math.max(minimum, 1), maximum, providerData: cartItem.providerData };
}

/** The products of a file, by SKU: those that it lists, else what its offers say. */
function productsOf({ products, placements }: CatalogueFile): ReadonlyMap<string, CatalogueProduct> {
  const stated = placements.flatMap(({ offers }) => offers.map(statedBy));
  return new Map((products ?? stated).map((product) => [product.sku, product]));
}

/** The product that an offer states; where there are no `products`, it states the price. */
function statedBy({ sku, stock, provider, holdSeconds, cartItem }: CatalogueOffer): CatalogueProduct {
  const { currency, unitPrice } = cartItem as Offer['cartItem'];
  return withoutUndefined({ sku, currency, unitPrice, stock, provider, holdSeconds });
}

function toOffer(offer: CatalogueOffer, { currency, unitPrice, maximum }: CatalogueProduct): Offer {
  const { stock, provider, holdSeconds, ...shown } = offer;
  return {
    ...shown,
    // No stepper goes to where every reserve is refused.
    maximum: Math.min(offer.maximum, maximum ?? offer.maximum),
    cartItem: { ...offer.cartItem, currency, unitPrice },
  };
}

function toProduct(product: CatalogueProduct, usualHold: number): Product {
  const { currency, unitPrice, maximum, provider, holdSeconds = usualHold } = product;
  return {
    unitPrice: toMinorUnits(unitPrice, currency),
    currency,
    maximum,
    holdTime: holdSeconds * 1000,
    provider,
  };
}

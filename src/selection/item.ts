import type { CartItem, HeldItem } from '../model/index.ts';

/** What is sold, and the page's own product that it hangs on. */
export type Product = Pick<HeldItem, 'catalogItemId' | 'linkedProductId'>;

/** A change of an item, and what the page's own cart makes of it. */
export interface Change {
  readonly cartItem: CartItem | null;
  /** The selection that told it. */
  readonly run: unknown;
  /** How many works were handed in, and how many are under way. */
  works: number;
  pending: number;
  isRefused: boolean;
}

/**
 * One upsell, whatever its impressions are called: state, requests and the page's work know it by this object. Ids of
 * impressions come and go, each leads here for ever.
 */
export class Item {
  /** The id of its newest impression. */
  id: string;
  readonly ids = new Set<string>();
  /** Undefined while only an id is known. */
  product: Product | undefined;
  /** True once a message of the running selection has named it. */
  isNamed = false;
  /** True once page or shopper have decided on it: what was held of it before this selection counts no more. */
  isTouched = false;
  /** What was held of it when the running selection began. */
  before = 0;
  /** The quantity that was asked for on that account. */
  asked: number | undefined;
  /** Its changes whose works are not all in. */
  changes: Change[] = [];
  /** The newest state that the page has taken; undefined while nothing was told of it. */
  taken: CartItem | null | undefined;
  /** Ends the way back to that. */
  wayBack = new AbortController();

  constructor(id: string, product?: Product) {
    this.id = id;
    this.ids.add(id);
    this.product = product && toProduct(product);
  }
}

/** The product of anything that names one. */
export function toProduct({ catalogItemId, linkedProductId }: Product): Product {
  return linkedProductId == null ? { catalogItemId } : { catalogItemId, linkedProductId };
}

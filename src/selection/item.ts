import { type CartItem, type HeldItem, productKey } from '../model/index.ts';
import type { ItemWork } from '../sdk/index.ts';
import type { ItemLane } from './item-lane.ts';
import type { OpenSelection } from './open-selection.ts';

/** What is sold, and the page's own product that it hangs on. */
export type Product = Pick<HeldItem, 'catalogItemId' | 'linkedProductId'>;

/** A change of an item, and what the page's own cart makes of it. */
export interface Change {
  readonly cartItem: CartItem | null;
  /** The selection that was open when it was told. */
  readonly open: OpenSelection | undefined;
  /** Whether the page works on it, and how that ended. */
  work: 'none' | ItemWork;
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
  /** What was held of it when the running selection began. */
  before = 0;
  /**
   * The quantity that the running selection has to hold for what was held before, or for the page's cart; `asked` once it was
   * asked for that, `decided` once page or shopper have said otherwise.
   */
  wanted: number | 'asked' | 'decided' | undefined;
  /** Its requests to the running selection. */
  lane: ItemLane | undefined;
  /** Its changes whose works are not all in. */
  changes: Change[] = [];
  /** The newest state that the page has taken; undefined while nothing was told of it. */
  taken: CartItem | null | undefined;
  /** Drops the request that leads back to that. */
  rollBack: AbortController | undefined;

  constructor(id: string, product?: Product) {
    this.id = id;
    this.ids.add(id);
    this.product = product && productOf(product);
  }

  /** The key of its product. */
  get key(): string | undefined {
    return this.product && productKey(this.product);
  }
}

/** The product of anything that names one. */
export function productOf({ catalogItemId, linkedProductId }: Product): Product {
  return linkedProductId == null ? { catalogItemId } : { catalogItemId, linkedProductId };
}

import type { CartItemUpdate, HeldProduct } from '../model/index.ts';
import type { Declines } from './declines.ts';
import type { Offer } from '../contract/wire.ts';

/** What the items of one selection are made of. */
export interface OfferItemsOptions {
  /** All offers of the selection. */
  readonly offers: readonly Offer[];
  /** What the page's cart holds already, by product key. */
  readonly held: ReadonlyMap<string, HeldProduct>;
  /** What the shopper has declined in this session. */
  readonly declines: Declines;
  /** Items have changed and are to be drawn. */
  draw(): void;
  /** The word on one item, by its product key; without a key nobody knows the item. */
  tell(update: CartItemUpdate, key?: string): void;
}

import type { ItemTerms, Product } from '../catalogue/catalogue.ts';
import type { Hold } from '../store/holds.ts';
import type { Impression } from '../store/offered-items.ts';
import { withoutUndefined } from '../without-undefined.ts';
import type { ReservationContext } from './context.ts';
import { type ItemError, refused, type Refused } from './each-line.ts';

/** What was offered, as it is sold now. */
export interface OnSale {
  readonly item: Impression;
  readonly product: Product;
  /** As the offer had them when it was shown. */
  readonly itemTerms: ItemTerms;
}

/** What `item` is sold as; undefined when it is not for sale (any more). */
export function toOnSale({ catalogue }: ReservationContext, item: Impression): OnSale | undefined {
  const product = catalogue.product(item.sku);
  const itemTerms = item.terms ?? catalogue.firstOffer(item.sku);
  return product && itemTerms && { item, product, itemTerms };
}

/**
 * The refusal of `quantity` where the offer does not allow it for one item, or the product for a cart.
 *
 * @param others the holds and sales on the product that the cart has besides
 */
export function outOfBounds(
  quantity: number,
  { product, itemTerms: { minimum, maximum } }: OnSale,
  others: readonly Hold[],
): Refused<ItemError<'quantity-out-of-bounds'>> | undefined {
  const taken = others.reduce((sum, hold) => sum + hold.quantity, 0);
  const left = product.maximum === undefined ? undefined : Math.max(0, product.maximum - taken);
  if (quantity >= minimum && quantity <= Math.min(maximum, left ?? maximum)) return undefined;
  return refused('quantity-out-of-bounds', withoutUndefined({ minimum, maximum, left }));
}

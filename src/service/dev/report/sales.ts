import type { Charge, ChargedItem } from './charge.ts';
import type { HoldFact } from './evidence.ts';

/** What an order has bought of a charged item, also under a later impression of it; undefined where it has not. */
export function saleOf(
  { cartId, orderId }: Charge,
  { cartItemId }: Pick<ChargedItem, 'cartItemId'>,
  holds: readonly HoldFact[],
): HoldFact | undefined {
  const sold = holds.filter(
    (hold) => hold.state === 'confirmed' && hold.cartId === cartId && hold.orderId === orderId,
  );
  const own = sold.find((hold) => hold.cartItemId === cartItemId);
  if (own) return own;
  const earlier = holds.find((hold) => hold.cartItemId === cartItemId && hold.isTakenOver);
  return earlier && sold.find((hold) => hold.sku === earlier.sku);
}

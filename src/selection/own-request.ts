import { type CartItemOrigin, UpsellError } from '../model/index.ts';
import type { Item } from './item.ts';
import type { Ledger } from './ledger.ts';
import { createUpdateRequest, type UpdateRequest } from './update-request.ts';

/**
 * A request for a quantity of an item that nobody waits for, so that its failure is told: for what is to be held, or, as a
 * roll-back, for what the page's cart has taken. A newer change of the item makes a roll-back needless, which drops it.
 */
export function createOwnRequest(
  item: Item,
  quantity: number,
  ledger: Ledger,
  options: { readonly origin?: CartItemOrigin; readonly isRollBack?: boolean },
): UpdateRequest {
  const { isRollBack } = options;
  const dropped = new AbortController();
  if (isRollBack) item.rollBack = dropped;
  const wish = { cartItemId: item.id, quantity };
  const request = createUpdateRequest(wish, { ...options, signal: dropped.signal });
  const fail = (error: Error) => ledger.failUpdate({ ...wish, ...item.product }, error);
  request.promise.then(
    ({ outcome }) => {
      if (!isRollBack || outcome === 'applied') return;
      fail(new UpsellError('update-refused', 'the placement keeps its quantity'));
    },
    (thrown: unknown) => {
      const error = thrown as UpsellError;
      // What is held for the next selection is no failure of this one.
      const isMoot = isRollBack ? dropped.signal.aborted : error.code === 'no-selection';
      if (!isMoot) fail(error);
    },
  );
  return request;
}

import { UpsellError } from '../model/index.ts';
import type { Item } from './item.ts';
import type { Ledger } from './ledger.ts';
import { createUpdateRequest, type UpdateRequest } from './update-request.ts';

/**
 * A request that takes a change back which the page's cart has refused; dropped where a newer change makes it needless. What
 * comes of it is told, as nobody else waits for it.
 */
export function createWayBack(item: Item, quantity: number, ledger: Ledger): UpdateRequest {
  item.wayBack = new AbortController();
  const { signal } = item.wayBack;
  const wish = { cartItemId: item.id, quantity };
  const request = createUpdateRequest(wish, { signal, isRollBack: true });
  const fail = (error: Error) => ledger.failUpdate({ ...wish, ...item.product }, error);
  request.promise.then(
    ({ outcome }) => {
      if (outcome !== 'applied') fail(new UpsellError('update-refused', 'the placement keeps its quantity'));
    },
    (error: unknown) => {
      if (!signal.aborted) fail(error as Error);
    },
  );
  return request;
}

import type { Call } from './calls.ts';
import type { Model } from './model.ts';
import type { ModelHold } from './model-hold.ts';
import type { World } from './world.ts';

/** Which reservations the order after a reload names: those of the page before, those of the page now, or both. */
export type Names = 'old' | 'new' | 'both' | 'none';

/** What a shopper does who reloads the page: what their cart holds is offered under a fresh id, and reserved again. */
export async function reload(
  model: Model,
  world: World,
  account: string,
  send: (call: Call) => Promise<void>,
  names: Names,
): Promise<void> {
  const old = model.holds.findLast((hold) => hold.account === account && model.isLive(hold));
  if (!old) return;
  const { cart, sku, link, quantity } = old;
  const item = await world.offer(model, account, sku, link);
  const lines = [{ cartItemId: item, quantity }];
  await send({ account, operation: 'reserve', request: { cartId: cart, items: lines } });
  const fresh = model.holds.find((hold) => hold.item === item);
  const named = { old: [old], new: [fresh], both: [old, fresh], none: [] }[names];
  const items = named.flatMap((hold) => (hold ? [toLine(hold)] : []));
  if (items.length === 0) return;
  await send({ account, operation: 'confirm', request: { cartId: cart, orderId: 'order-1', items } });
}

function toLine({ item, id }: ModelHold) {
  return { cartItemId: item, itemReservationId: `rokt_item_reservation_id.${id}` };
}

import { Modules } from '@medusajs/framework/utils';
import {
  beginOrderEditOrderWorkflow,
  confirmOrderEditRequestWorkflow,
  orderEditUpdateItemQuantityWorkflow,
} from '@medusajs/medusa/core-flows';
import { UPSELL } from '../modules/upsell/service.js';
import { read, upsellLines } from './lines.js';
import { reservationsOf, sessionOf } from './reservation.js';

/**
 * Buys what an order holds; each order is told, also one without upsells. What is refused after all is taken out of the
 * order, so that it is not captured. Done again, it changes nothing.
 *
 * @returns {Promise<string[]>} the ids of the reservations that are bought
 * @throws {TransactionError} when the service cannot be reached: `jobs/confirm-orders.js` comes back to it
 */
export function confirmUpsells(container, orderId) {
  return container.resolve(Modules.LOCKING).execute(`upsell-${orderId}`, async () => {
    const order = await read(container, 'order', orderId);
    const { transactions } = container.resolve(UPSELL);
    const asked = { cartId: order.cart.id, orderId, items: reservationsOf(order) };
    const { items } = await transactions.cart.confirm(asked, sessionOf(order));
    const bought = items.filter(({ success }) => success).map((item) => item.itemReservationId);
    const isBought = ({ metadata }) => bought.includes(metadata.upsell.reservation?.itemReservationId);
    const refused = upsellLines(order).filter((line) => !isBought(line));
    if (refused.length > 0) await takeOut(container, orderId, refused);
    const metadata = { ...order.metadata, upsellConfirmed: true };
    await container.resolve(Modules.ORDER).updateOrders(orderId, { metadata });
    return bought;
  });
}

/** Undoes what an order has bought: whoever fulfils it is told. It is confirmed first, in case that is still to come. */
export async function cancelUpsells(container, orderId) {
  const { transactions } = container.resolve(UPSELL);
  for (const itemReservationId of await confirmUpsells(container, orderId))
    await transactions.confirmation.cancel({ itemReservationId });
}

async function takeOut(container, orderId, lines) {
  const input = { order_id: orderId };
  await beginOrderEditOrderWorkflow(container).run({ input });
  await orderEditUpdateItemQuantityWorkflow(container).run({
    input: { ...input, items: lines.map(({ id }) => ({ id, quantity: 0 })) },
  });
  await confirmOrderEditRequestWorkflow(container).run({ input });
}

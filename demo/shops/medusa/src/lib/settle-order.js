import { Modules } from '@medusajs/framework/utils';
import {
  beginOrderEditOrderWorkflow,
  confirmOrderEditRequestWorkflow,
  orderEditUpdateItemQuantityWorkflow,
} from '@medusajs/medusa/core-flows';
import { UPSELL } from '../modules/upsell/service.js';
import { read, upsellLines } from './lines.js';
import { reservationsOf, sessionOf } from './reservation.js';

/** Whether the upsell service knows what has become of an order. */
export function isSettled({ status, metadata }) {
  return metadata?.upsells === toState(status);
}

/**
 * Buys what an order holds, and cancels it with the order: each order is told, also one without upsells. What is refused after
 * all is taken out of the order, so that it is not captured. Done again, it changes nothing.
 *
 * @throws {TransactionError} when the service cannot be reached: `jobs/settle-orders.js` comes back to it
 */
export function settleOrder(container, orderId) {
  return container.resolve(Modules.LOCKING).execute(`upsell-${orderId}`, async () => {
    const order = await read(container, 'order', orderId);
    if (isSettled(order)) return;
    const { transactions } = container.resolve(UPSELL);
    const asked = { cartId: order.cart.id, orderId, items: reservationsOf(order) };
    const { items } = await transactions.cart.confirm(asked, sessionOf(order));
    const bought = items.filter(({ success }) => success).map((item) => item.itemReservationId);
    const upsells = toState(order.status);
    if (upsells === 'cancelled') {
      for (const itemReservationId of bought) await transactions.confirmation.cancel({ itemReservationId });
    } else {
      await takeOut(container, orderId, upsellLines(order).filter(isNoneOf(bought)));
    }
    const metadata = { ...order.metadata, upsells };
    await container.resolve(Modules.ORDER).updateOrders(orderId, { metadata });
  });
}

function toState(status) {
  return status === 'canceled' ? 'cancelled' : 'confirmed';
}

function isNoneOf(bought) {
  return ({ metadata }) => !bought.includes(metadata.upsell.reservation?.itemReservationId);
}

async function takeOut(container, orderId, lines) {
  if (lines.length === 0) return;
  const input = { order_id: orderId };
  await beginOrderEditOrderWorkflow(container).run({ input });
  await orderEditUpdateItemQuantityWorkflow(container).run({
    input: { ...input, items: lines.map(({ id }) => ({ id, quantity: 0 })) },
  });
  await confirmOrderEditRequestWorkflow(container).run({ input });
}

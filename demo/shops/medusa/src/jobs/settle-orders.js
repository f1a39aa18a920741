import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { TransactionError } from 'rokt-upsell/client';
import { isSettled, settleOrder } from '../lib/settle-order.js';

const TWO_DAYS = 48 * 60 * 60 * 1000;

/** Tells what could not be told as it came: the upsell service was down, or the shop itself. */
export default async function settleOrders(container) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const fields = ['id', 'status', 'metadata'];
  const filters = { updated_at: { $gte: new Date(Date.now() - TWO_DAYS) } };
  const { data: orders } = await query.graph({ entity: 'order', fields, filters });
  for (const { id } of orders.filter((order) => !isSettled(order))) {
    try {
      await settleOrder(container, id);
    } catch (error) {
      if (!(error instanceof TransactionError)) throw error;
    }
  }
}

export const config = { name: 'settle-orders', schedule: '*/10 * * * * *' };

import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { TransactionError } from 'rokt-upsell/client';
import { confirmUpsells } from '../lib/order-upsells.js';

const TWO_DAYS = 48 * 60 * 60 * 1000;

/** Confirms what could not be confirmed when it was placed: the upsell service was down, or the shop itself. */
export default async function confirmOrders(container) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const filters = { created_at: { $gte: new Date(Date.now() - TWO_DAYS) } };
  const { data: orders } = await query.graph({ entity: 'order', fields: ['id', 'metadata'], filters });
  for (const { id } of orders.filter(({ metadata }) => !metadata?.upsellConfirmed)) {
    try {
      await confirmUpsells(container, id);
    } catch (error) {
      if (!(error instanceof TransactionError)) throw error;
    }
  }
}

export const config = { name: 'confirm-orders', schedule: '*/10 * * * * *' };

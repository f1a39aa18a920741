import { settleOrder } from '../lib/settle-order.js';

export default async function onOrder({ event, container }) {
  await settleOrder(container, event.data.id);
}

export const config = { event: ['order.placed', 'order.canceled'] };

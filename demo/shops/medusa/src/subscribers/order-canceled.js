import { cancelUpsells } from '../lib/order-upsells.js';

export default async function onOrderCanceled({ event, container }) {
  await cancelUpsells(container, event.data.id);
}

export const config = { event: 'order.canceled' };

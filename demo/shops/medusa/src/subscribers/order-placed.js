import { confirmUpsells } from '../lib/order-upsells.js';

export default async function onOrderPlaced({ event, container }) {
  await confirmUpsells(container, event.data.id);
}

export const config = { event: 'order.placed' };

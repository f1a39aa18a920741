import { ContainerRegistrationKeys, MedusaError } from '@medusajs/framework/utils';
import { updateLineItemInCartWorkflow } from '@medusajs/medusa/core-flows';

/** A cart, or an order with the id of its cart, with its items and all `metadata`. */
export async function read(container, entity, id) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const fields = ['*', 'items.*', ...(entity === 'order' ? ['cart.id'] : [])];
  const { data } = await query.graph({ entity, fields, filters: { id } });
  if (data.length === 0) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no ${entity} ${id}`);
  const items = data[0].items.map((item) => {
    // They come as Medusa's own big numbers.
    return { ...item, quantity: Number(item.quantity), unit_price: Number(item.unit_price) };
  });
  return { ...data[0], items };
}

/** The lines that the upsell has put there. */
export function upsellLines({ items }) {
  return items.filter(({ metadata, quantity }) => metadata?.upsell && quantity > 0);
}

/** Changes a line of a cart; with the quantity 0 it goes. */
export function updateLine(container, cartId, lineId, update) {
  const input = { cart_id: cartId, item_id: lineId, update };
  return updateLineItemInCartWorkflow(container).run({ input });
}

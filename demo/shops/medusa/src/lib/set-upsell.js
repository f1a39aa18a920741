import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils';
import { addToCartWorkflow } from '@medusajs/medusa/core-flows';
import { read, updateLine, upsellLines } from './lines.js';
import { letGo } from './reservation.js';

/**
 * Gives the cart's line of an upsell its quantity; 0 takes it out. What the shop has in stock itself, by the offer's SKU, is a
 * line of that variant and refused beyond the stock; anything else is a line of its own. The price is what the shopper
 * saw: `reserve` says what is charged.
 *
 * @throws {MedusaError} when the cart does not take it
 */
export async function setUpsell(container, cartId, { quantity, unitPrice, name, ...upsell }) {
  const change = async () => {
    const cart = await read(container, 'cart', cartId);
    const line = upsellLines(cart).find(({ metadata }) => isSame(metadata.upsell, upsell));
    const reservation = line?.metadata.upsell.reservation;
    const values = { quantity, unit_price: unitPrice, metadata: { upsell: { ...upsell, reservation } } };
    if (line) await updateLine(container, cartId, line.id, values);
    else if (quantity > 0) await addLine(container, cartId, { ...values, title: name }, upsell.catalogItemId);
    if (quantity === 0 && reservation) await letGo(container, cart, [reservation]);
  };
  // One after the other, or two impressions of an offer would be two lines.
  await container.resolve(Modules.LOCKING).execute(`upsell-${cartId}`, change, { timeout: 30 });
}

async function addLine(container, cartId, item, sku) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data: variants } = await query.graph({ entity: 'variant', fields: ['id'], filters: { sku } });
  const own = variants.length > 0 ? { variant_id: variants[0].id } : { requires_shipping: false };
  await addToCartWorkflow(container).run({ input: { cart_id: cartId, items: [{ ...item, ...own }] } });
}

/** A `cartItemId` is one impression; these two stay. */
function isSame(one, other) {
  return one.catalogItemId === other.catalogItemId && one.linkedProductId === other.linkedProductId;
}

import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils';
import {
  createDefaultsWorkflow,
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from '@medusajs/medusa/core-flows';

/** A store in one country that ships for nothing: a laptop, and two parking places that it keeps itself. */
export default async function addFirstProducts({ container }) {
  const run = async (workflow, input) => (await workflow(container).run({ input })).result;
  const link = (one, other) => container.resolve(ContainerRegistrationKeys.LINK).create({ ...one, ...other });
  await run(createDefaultsWorkflow, {});
  const [channel] = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels();

  const country = { name: 'United States', currency_code: 'usd', countries: ['us'] };
  await run(createRegionsWorkflow, { regions: [{ ...country, payment_providers: ['pp_system_default'] }] });
  const [location] = await run(createStockLocationsWorkflow, { locations: [{ name: 'Warehouse' }] });
  await run(linkSalesChannelsToStockLocationWorkflow, { id: location.id, add: [channel.id] });
  const [profile] = await run(createShippingProfilesWorkflow, {
    data: [{ name: 'Parcels', type: 'default' }],
  });
  await addDelivery({ container, run, link, location, profile });

  await run(createProductsWorkflow, {
    products: [
      toProduct('Aldermoor Slate 14', 'slate-14', 1249, { channel, profile }),
      toProduct('Parking at the pickup desk', 'pickup-parking', 8, { channel, profile }),
    ],
  });
  await stock({ container, run, location }, { 'slate-14': 100, 'pickup-parking': 2 });
}

async function addDelivery({ container, run, link, location, profile }) {
  const fulfillment = container.resolve(Modules.FULFILLMENT);
  const provider = { fulfillment_provider_id: 'manual_manual' };
  const set = await fulfillment.createFulfillmentSets({
    name: 'Delivery',
    type: 'shipping',
    service_zones: [{ name: 'Everywhere', geo_zones: [{ type: 'country', country_code: 'us' }] }],
  });
  const place = { [Modules.STOCK_LOCATION]: { stock_location_id: location.id } };
  await link(place, { [Modules.FULFILLMENT]: provider });
  await link(place, { [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } });
  await run(createShippingOptionsWorkflow, [
    {
      name: 'Standard delivery',
      price_type: 'flat',
      provider_id: 'manual_manual',
      service_zone_id: set.service_zones[0].id,
      shipping_profile_id: profile.id,
      type: { label: 'Standard', description: '3 to 5 working days', code: 'standard' },
      prices: [{ currency_code: 'usd', amount: 0 }],
    },
  ]);
}

function toProduct(title, sku, amount, { channel, profile }) {
  const variant = { title, sku, manage_inventory: true, options: { Kind: 'One' } };
  return {
    title,
    handle: sku,
    status: 'published',
    shipping_profile_id: profile.id,
    sales_channels: [{ id: channel.id }],
    options: [{ title: 'Kind', values: ['One'] }],
    variants: [{ ...variant, prices: [{ currency_code: 'usd', amount }] }],
  };
}

/** Says how many there are of each SKU. */
async function stock({ container, run, location }, quantities) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data: items } = await query.graph({ entity: 'inventory_item', fields: ['id', 'sku'] });
  const levels = items.map(({ id, sku }) => {
    return { inventory_item_id: id, location_id: location.id, stocked_quantity: quantities[sku] };
  });
  await run(createInventoryLevelsWorkflow, { inventory_levels: levels });
}

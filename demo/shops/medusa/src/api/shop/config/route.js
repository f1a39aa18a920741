import { ContainerRegistrationKeys } from '@medusajs/framework/utils';

/** What the page needs to speak to the store API. */
export async function GET({ scope }, response) {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY);
  const one = async (entity, field, filters) => {
    const { data } = await query.graph({ entity, fields: [field], filters });
    return data[0][field];
  };
  response.json({
    publishableKey: await one('api_key', 'token', { type: 'publishable' }),
    regionId: await one('region', 'id'),
    variantId: await one('variant', 'id', { sku: 'slate-14' }),
  });
}

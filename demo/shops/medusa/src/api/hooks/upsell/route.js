import { UPSELL } from '../../../modules/upsell/service.js';

/** The upsell service tells of a sale that the shop fulfils itself, or of one that is cancelled. */
export async function POST({ scope, headers, rawBody, body }, response) {
  const upsells = scope.resolve(UPSELL);
  if (!upsells.isSigned(headers, rawBody)) return response.status(401).end();
  const isNew = await upsells.keep(headers['webhook-id'], body);
  response.status(isNew ? 201 : 200).end();
}

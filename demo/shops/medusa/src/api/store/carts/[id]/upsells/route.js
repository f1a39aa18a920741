import { MedusaError, Modules } from '@medusajs/framework/utils';
import { TransactionError } from 'rokt-upsell/client';
import { read } from '../../../../../lib/lines.js';
import { sessionOf } from '../../../../../lib/reservation.js';
import { setUpsell } from '../../../../../lib/set-upsell.js';
import { UPSELL } from '../../../../../modules/upsell/service.js';

const identifier = 'checkout.upsell';

/** What `<rokt-upsell>` needs, or null where there is nothing to show: then the page leaves it out. */
export async function GET({ params, scope, headers }, response) {
  const cart = await read(scope, 'cart', params.id);
  if (cart.completed_at) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, 'The cart is ordered');
  const { transactions, accountId, baseUrl } = scope.resolve(UPSELL);
  const products = cart.items.filter(({ metadata }) => !metadata?.upsell);
  const placementAttributes = { productIds: products.map((item) => item.variant_sku).join() };
  try {
    const { result, sessionId } = await transactions.placements.any(
      { cartId: cart.id, pageIdentifier: identifier, attributes: placementAttributes },
      { ...sessionOf(cart), acceptLanguage: headers['accept-language'] },
    );
    const metadata = { ...cart.metadata, upsellSessionId: sessionId };
    await scope.resolve(Modules.CART).updateCarts(cart.id, { metadata });
    const upsell = { accountId, offersUrl: baseUrl, identifier, sessionId, placementAttributes };
    response.json({ upsell: result ? upsell : null });
  } catch (error) {
    if (!(error instanceof TransactionError)) throw error;
    response.json({ upsell: null });
  }
}

/** The page has an upsell in its cart, in this quantity; 0 for no more. */
export async function POST({ params, scope, validatedBody }, response) {
  await setUpsell(scope, params.id, validatedBody);
  response.json({});
}

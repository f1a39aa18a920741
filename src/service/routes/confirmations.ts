import type { FastifyInstance } from 'fastify';
import type { AccountCatalogue } from '../catalogue/account-catalogue.ts';
import { isReadIn, wantedLocales } from '../catalogue/wanted-locales.ts';
import { headerOf } from '../http/authentication.ts';
import { sendPage, wantsHtml } from '../http/html.ts';
import { keptInMajorUnits } from '../kept-prices.ts';
import { Refusal } from '../refusal.ts';
import { type Confirmation, findConfirmation } from '../store/confirmations.ts';
import { CONFIRMATION_STYLE, confirmationPage, type ShownProduct } from './confirmation-page.ts';
import type { Service } from './service.ts';

/** The only ids that there are: no other is asked of the database. */
const ID = /^[0-9a-f-]{36}$/;

/** `GET /confirmations/<id>`, the `itemConfirmationUrl` of what was bought: a page for a shopper, JSON for anybody else. */
export function addConfirmationRoute(app: FastifyInstance, { store, catalogues }: Service): void {
  app.get<{ Params: { confirmationId: string } }>(
    '/confirmations/:confirmationId',
    async (request, reply) => {
      const { confirmationId } = request.params;
      const found = ID.test(confirmationId)
        ? await store.transaction((tx) => findConfirmation(tx, confirmationId))
        : undefined;
      if (!found) throw new Refusal('not-found', {});
      reply.headers({ vary: 'accept, accept-language', 'cache-control': 'private, no-cache' });
      if (!wantsHtml(request.headers.accept)) return toJson(confirmationId, found);
      const catalogue = catalogues.of(found.accountId);
      const product = shownProduct(catalogue, found.sku, headerOf(request, 'acceptLanguage'));
      return sendPage(reply, confirmationPage(confirmationId, found, product), CONFIRMATION_STYLE);
    },
  );
}

function toJson(itemConfirmationId: string, { sku, quantity, unitPrice, currency, state }: Confirmation) {
  return {
    itemConfirmationId,
    catalogItemId: sku,
    quantity,
    unitPrice: keptInMajorUnits(unitPrice, currency),
    totalPrice: keptInMajorUnits(unitPrice * quantity, currency),
    currency,
    state,
  };
}

/** A product as an offer shows it, in a language that the shopper reads if there is one; its SKU where none does any more. */
function shownProduct(
  { placements }: AccountCatalogue,
  sku: string,
  acceptLanguage: string | undefined,
): ShownProduct {
  const offers = placements.flatMap((placement) => placement.offers).filter((offer) => offer.sku === sku);
  const [read] = wantedLocales(undefined, acceptLanguage).flatMap((range) =>
    offers.filter(({ locales }) => locales?.some((locale) => isReadIn(locale, range))),
  );
  const { cartItem, seller } = read ?? offers[0] ?? {};
  return { name: cartItem?.name ?? sku, seller };
}

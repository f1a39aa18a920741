import type { FastifyRequest } from 'fastify';
import type { AnyRequest, SelectionRequest } from '../../contract/wire.ts';
import { drawOffers } from '../catalogue/draw-offers.ts';
import { explainOffers } from '../catalogue/explain-offers.ts';
import type { OfferFate } from '../catalogue/offer-fate.ts';
import type { UpsellService } from '../create-service.ts';
import { headerOf } from '../http/authentication.ts';
import { wantedByPage, wantedByPartner, type WantedOffers } from '../routes/wanted-offers.ts';

/** Tells what became of the offers of the account's catalogue in a call that has asked for offers. */
export function createExplainer({ store, clock, catalogues }: UpsellService) {
  return async (request: FastifyRequest): Promise<readonly OfferFate[] | undefined> => {
    const wanted = wantedOf(request);
    if (!wanted) return undefined;
    const { accountId } = request.account;
    const catalogue = catalogues.of(accountId);
    const drawn = await store.transaction(async (tx) =>
      drawOffers(tx, catalogue, wanted.input, wanted.asker, await clock.now(tx, accountId)),
    );
    const inStock = drawn.flatMap(({ offers }) => offers.filter(({ isSoldOut }) => !isSoldOut));
    return explainOffers(catalogue, wanted.input, new Set(inStock.map(({ offer }) => offer)));
  };
}

function wantedOf(request: FastifyRequest): WantedOffers | undefined {
  const acceptLanguage = headerOf(request, 'acceptLanguage');
  const { operationId } = request.routeOptions.config;
  if (operationId === 'placements.any') return wantedByPartner(request.body as AnyRequest, acceptLanguage);
  if (operationId === 'selections') return wantedByPage(request.body as SelectionRequest, acceptLanguage);
  return undefined;
}

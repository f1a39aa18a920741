import type { FastifyInstance } from 'fastify';
import { ENDPOINTS } from '../../contract/index.ts';
import type { AnyAnswer, AnyRequest } from '../../contract/wire.ts';
import { drawOffers, holdsAnOffer } from '../catalogue/draw-offers.ts';
import { addPartnerRoute } from './partner-route.ts';
import type { Service } from './service.ts';

/** `POST /v1/placements/any`: whether a selection with the same input would hold an offer in stock. */
export function addAnyRoute(app: FastifyInstance, service: Service): void {
  const endpoint = ENDPOINTS['placements.any'];
  addPartnerRoute<AnyRequest>(app, service, endpoint, async (tx, call): Promise<AnyAnswer> => {
    const { cartId, pageIdentifier: identifier, attributes = {} } = call.body;
    const input = { identifier, attributes, acceptLanguage: call.acceptLanguage };
    const drawn = await drawOffers(tx, call.catalogue, input, { cartId }, call.now);
    return { result: holdsAnOffer(drawn) };
  });
}

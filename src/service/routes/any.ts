import type { FastifyInstance } from 'fastify';
import { ENDPOINTS } from '../../contract/index.ts';
import type { AnyAnswer, AnyRequest } from '../../contract/wire.ts';
import { drawsAnOffer } from '../catalogue/draw-offers.ts';
import type { Transaction } from '../store/store.ts';
import { addPartnerRoute, type Call } from './partner-route.ts';
import type { Service } from './service.ts';
import { wantedByPartner } from './wanted-offers.ts';

/**
 * `POST /v1/placements/any`: whether a selection with the same input would hold an offer in stock. Nothing is done, so nothing is kept
 * of it either: under an `Idempotency-Key`, too, it is answered anew.
 */
export function addAnyRoute(app: FastifyInstance, service: Service): void {
  const endpoint = ENDPOINTS['placements.any'];
  const answer = async (tx: Transaction, call: Call<AnyRequest>): Promise<AnyAnswer> => {
    const { input, asker } = wantedByPartner(call.body, call.acceptLanguage);
    return { result: await drawsAnOffer(tx, call.catalogue, input, asker, call.now) };
  };
  addPartnerRoute<AnyRequest>(app, service, endpoint, answer, { isKept: false });
}

import type { FastifyInstance } from 'fastify';
import { ENDPOINTS } from '../../contract/index.ts';
import type { CancelRequest, ConfirmRequest, ReleaseRequest, ReserveRequest } from '../../contract/wire.ts';
import { cancel, confirm, release, reserve } from '../reservation/index.ts';
import { addPartnerRoute } from './partner-route.ts';
import type { Service } from './service.ts';

/** `POST /v1/cart/reserve`, `…/confirm`, `…/release` and `POST /v1/confirmation/cancel`. */
export function addReservationRoutes(app: FastifyInstance, service: Service): void {
  addPartnerRoute<ReserveRequest>(app, service, ENDPOINTS['cart.reserve'], (tx, call) =>
    reserve(tx, call, call.body),
  );
  addPartnerRoute<ConfirmRequest>(app, service, ENDPOINTS['cart.confirm'], (tx, call) =>
    confirm(tx, call, call.body),
  );
  addPartnerRoute<ReleaseRequest>(app, service, ENDPOINTS['cart.release'], (tx, call) =>
    release(tx, call, call.body),
  );
  addPartnerRoute<CancelRequest>(app, service, ENDPOINTS['confirmation.cancel'], (tx, call) =>
    cancel(tx, call, call.body),
  );
}

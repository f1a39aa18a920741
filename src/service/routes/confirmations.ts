import type { FastifyInstance } from 'fastify';
import { toMajorUnits } from '../../model/index.ts';
import { Refusal } from '../refusal.ts';
import { findConfirmation } from '../store/confirmations.ts';
import type { Service } from './service.ts';

/** `GET /confirmations/<id>`, the `itemConfirmationUrl` of what was bought: what it is, and whether it was cancelled. */
export function addConfirmationRoute(app: FastifyInstance, { store, limiters }: Service): void {
  app.get<{ Params: { confirmationId: string } }>(
    '/confirmations/:confirmationId',
    { onRequest: limiters.address },
    async ({ params: { confirmationId } }) => {
      const found = await store.transaction((tx) => findConfirmation(tx, confirmationId));
      if (!found) throw new Refusal('not-found', {});
      const { sku, quantity, unitPrice, currency, state } = found;
      return {
        itemConfirmationId: confirmationId,
        catalogItemId: sku,
        quantity,
        unitPrice: toMajorUnits(unitPrice, currency),
        totalPrice: toMajorUnits(unitPrice * quantity, currency),
        currency,
        state,
      };
    },
  );
}

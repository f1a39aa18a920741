import type { FastifyInstance } from 'fastify';
import { keptInMajorUnits } from '../kept-prices.ts';
import { Refusal } from '../refusal.ts';
import { findConfirmation } from '../store/confirmations.ts';
import type { Service } from './service.ts';

/** The only ids that there are: others, with NUL in them for instance, are asked of no database. */
const ID = /^[0-9a-f-]{36}$/;

/** `GET /confirmations/<id>`, the `itemConfirmationUrl` of what was bought: what it is, and whether it was cancelled. */
export function addConfirmationRoute(app: FastifyInstance, { store, limiters }: Service): void {
  app.get<{ Params: { confirmationId: string } }>(
    '/confirmations/:confirmationId',
    { onRequest: limiters.address },
    async ({ params: { confirmationId } }) => {
      const found = ID.test(confirmationId)
        ? await store.transaction((tx) => findConfirmation(tx, confirmationId))
        : undefined;
      if (!found) throw new Refusal('not-found', {});
      const { sku, quantity, unitPrice, currency, state } = found;
      return {
        itemConfirmationId: confirmationId,
        catalogItemId: sku,
        quantity,
        unitPrice: keptInMajorUnits(unitPrice, currency),
        totalPrice: keptInMajorUnits(unitPrice * quantity, currency),
        currency,
        state,
      };
    },
  );
}

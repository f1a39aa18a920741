import { MedusaError } from '@medusajs/framework/utils';
import { completeCartWorkflow } from '@medusajs/medusa/core-flows';
import { read, upsellLines } from '../../lib/lines.js';
import { isReserved } from '../../lib/reservation.js';

/** Nothing of the upsell is ordered that is not held, at the price and in the quantity of its hold. */
completeCartWorkflow.hooks.validate(async ({ cart: { id, completed_at: completedAt } }, { container }) => {
  if (completedAt) return;
  const cart = await read(container, 'cart', id);
  if (upsellLines(cart).every(isReserved)) return;
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, 'The extras have to be reserved before the order');
});

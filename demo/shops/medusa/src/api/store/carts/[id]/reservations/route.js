import { release, reserve } from '../../../../../lib/reservation.js';

/** The shopper goes on to the payment. */
export async function POST({ params, scope }, response) {
  response.json({ news: await reserve(scope, params.id) });
}

/** The shopper goes back. */
export async function DELETE({ params, scope }, response) {
  await release(scope, params.id);
  response.json({});
}

import { after } from 'node:test';
import { createTransactionClient, TransactionError } from '../../src/client/index.ts';
import type {
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  TransactionClientOptions,
} from '../../src/client/index.ts';
import { openServer, type Step } from './open-server.ts';

export const cartId = '1580265846172';
export const session = { sessionId: 'ca75f48-ebbd-4d8e-83c3-fdd70893294d' };
export const reserveBody = { cartId, items: [{ cartItemId: 'a', quantity: 1 }] };
export const heldItem = {
  cartItemId: 'a',
  itemReservationId: 'rokt_item_reservation_id.1',
  quantity: 1,
  unitPrice: 35.1,
  totalPrice: 35.1,
  currency: 'USD',
  expirationDateTimeUtc: '2031-12-12T18:10:00.000Z',
  success: true,
};
export const reserved = { cartId, items: [heldItem] };
export const confirmHeld = {
  cartId,
  orderId: 'A-1',
  items: [{ cartItemId: 'a', itemReservationId: heldItem.itemReservationId }],
};
export const confirmUnheld = { cartId, orderId: 'A-1', items: [{ cartItemId: 'a', quantity: 1 }] };
export const confirmed = {
  cartId,
  orderId: 'A-1',
  items: [
    {
      cartItemId: 'a',
      itemReservationId: heldItem.itemReservationId,
      itemConfirmationId: 'c',
      itemConfirmationUrl: 'https://upsells.example/c',
      success: true,
    },
  ],
};
export const apiKey = 'skeletonkey';

/** A client of a server that answers by `steps` until the file's tests are done, and what the client's hooks are told. */
export async function setUp(
  steps: readonly [Step, ...Step[]],
  options: Partial<TransactionClientOptions> = {},
) {
  const server = closing(await openServer(...steps));
  return { ...server, ...clientOf(server.baseUrl, options) };
}

/** A client of `baseUrl`, and what its hooks are told. */
export function clientOf(baseUrl: string, options: Partial<TransactionClientOptions> = {}) {
  const told = {
    requests: [] as RequestEvent[],
    responses: [] as ResponseEvent[],
    retries: [] as RetryEvent[],
  };
  const client = createTransactionClient({
    apiKey,
    tagId: '253_439d21r21r21321',
    baseUrl,
    onRequest: (event) => told.requests.push(event),
    onResponse: (event) => told.responses.push(event),
    onRetry: (event) => told.retries.push(event),
    ...options,
  });
  return { client, told };
}

/** The TransactionError that `promise` rejects with; anything else is a fault of the test. */
export async function errorOf(promise: Promise<unknown>): Promise<TransactionError> {
  const error = await promise.then(
    (answer) => new Error(`expected an error, got ${JSON.stringify(answer)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof TransactionError) return error;
  throw error;
}

/** `server`, which is closed after the tests of the file. */
export function closing<Server extends { close(): void }>(server: Server): Server {
  after(() => server.close());
  return server;
}

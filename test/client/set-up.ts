import { after, before } from 'node:test';
import { createTransactionClient, TransactionError } from '../../src/client/index.ts';
import type {
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  TransactionClientOptions,
} from '../../src/client/index.ts';
import { VirtualTime } from '../support/virtual-time.ts';
import { hang, openServer, stall, type Step } from './open-server.ts';

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

/** Time-outs as they are by default, ms. */
const TIMEOUT = 10_000;

let held: VirtualTime | undefined;

/**
 * From now on a wait of a second or more passes in this file when a test says so, and the time-out of a request once it is
 * seen not to be answered: no answer comes too late on a slow machine.
 */
export function holdTime(): VirtualTime {
  const time = new VirtualTime({ goingOn: 1_000 });
  before(() => time.install());
  after(() => time.restore());
  held = time;
  return time;
}

/** A client of a server that answers by `steps` until the file's tests are done, and what the client's hooks are told. */
export async function setUp(
  [first, ...others]: readonly [Step, ...Step[]],
  options: Partial<TransactionClientOptions> = {},
) {
  const giveUp = () =>
    void held?.pass(Math.min(options.timeout ?? TIMEOUT, options.totalTimeout ?? Infinity));
  const timed = (step: Step) => (step === hang ? giveUp : step);
  const server = closing(await openServer(timed(first), ...others.map(timed)));
  const fetchTimed = async (...given: Parameters<typeof fetch>) => {
    const response = await fetch(...given);
    const step = [first, ...others][server.received.length - 1] ?? others.at(-1) ?? first;
    if (step === stall) giveUp();
    return response;
  };
  return { ...server, ...clientOf(server.baseUrl, { fetch: fetchTimed, ...options }) };
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

/** What `call` resolves with, without the time that the client adds to it. */
export async function bodyOf(call: Promise<unknown>): Promise<unknown> {
  const body = { ...(await (call as Promise<{ serverTime?: number }>)) };
  delete body.serverTime;
  return body;
}

/** `server`, which is closed after the tests of the file. */
export function closing<Server extends { close(): void }>(server: Server): Server {
  after(() => server.close());
  return server;
}

/** Puts this process into a time zone; what it gives puts it back. */
export function inTimeZone(name: string): () => void {
  const before = process.env['TZ'];
  process.env['TZ'] = name;
  return () => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  };
}

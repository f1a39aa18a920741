import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { clockOf, retryAfterOf } from '../../model/index.ts';
import { signWebhook } from './sign.ts';
import { obstacleTo, publicLookup } from './webhook-address.ts';

/** Where a provider takes its messages, and what signs them. */
export interface WebhookTarget {
  readonly url: string;
  /** `whsec_…`; two of them while one is changed: the receiver takes what either has signed. */
  readonly secret: string | readonly string[];
}

/** A message as it is sent. */
export interface WebhookMessage {
  readonly messageId: string;
  readonly body: string;
}

/** `delivered`: 2xx. `refused`: the receiver wants no more of it (410). `failed`: to be tried again. */
export type Delivery = { readonly outcome: 'delivered' } | FailedDelivery;

/** Why a message has not arrived, as far as is known. */
export interface FailedDelivery {
  readonly outcome: 'refused' | 'failed';
  readonly error: string;
  /** No byte of it has left; without that it may have been taken. */
  readonly isUnsent?: boolean;
  /** ms that the receiver asks to be left alone. */
  readonly retryAfter?: number;
}

/** What is allowed to a delivery. */
export interface DeliverOptions {
  /** Origins that need be neither https nor public. */
  readonly allowed: ReadonlySet<string>;
  /** ms for one attempt; 10,000. */
  readonly timeout?: number | undefined;
}

/** Sends `message` once, signed; never rejects. A redirect is a failure: it would lead where nobody has looked. */
export async function deliver(
  message: WebhookMessage,
  target: WebhookTarget,
  { allowed, timeout = 10_000 }: DeliverOptions,
): Promise<Delivery> {
  const signal = AbortSignal.timeout(timeout);
  let hasLeft = false;
  try {
    const request = open(message, target, allowed, signal);
    whenBytesLeave(request, () => {
      hasLeft = true;
    });
    return toDelivery(await answerTo(request, message.body));
  } catch (thrown) {
    const error = signal.aborted ? `no answer within ${timeout} ms` : reasonOf(thrown);
    return { outcome: 'failed', error, isUnsent: !hasLeft };
  }
}

/** The request of a message, of which nothing is sent yet. */
function open(
  { messageId, body }: WebhookMessage,
  target: WebhookTarget,
  allowed: ReadonlySet<string>,
  signal: AbortSignal,
): ClientRequest {
  const url = new URL(target.url);
  const obstacle = obstacleTo(url, allowed);
  if (obstacle !== null) throw new TypeError(`webhook: expected ${obstacle.expected}, got ${obstacle.got}`);
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  const headers = {
    ...signWebhook(messageId, body, target.secret, Date.now()),
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'rokt-upsell',
  };
  const lookup = allowed.has(url.origin) ? {} : { lookup: publicLookup };
  return request(url, { method: 'POST', headers, signal, ...lookup });
}

/** Calls `left` as soon as bytes of `request` can leave: its connection stands, and is secure where it has to be. */
function whenBytesLeave(request: ClientRequest, left: () => void): void {
  request.on('socket', (socket) => {
    if (request.reusedSocket) return left();
    socket.once(request.protocol === 'https:' ? 'secureConnect' : 'connect', left);
  });
}

/** The answer to `request` with this body; what a receiver says beside its head is not read: it may be without end. */
function answerTo(request: ClientRequest, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('error', (error) => reject(error));
    request.on('response', (response) => {
      response.on('error', () => undefined).destroy();
      resolve(response);
    });
    request.end(body);
  });
}

function toDelivery({ statusCode: status = 0, headersDistinct }: IncomingMessage): Delivery {
  if (status >= 200 && status < 300) return { outcome: 'delivered' };
  const error = `expected 2xx, got ${status}`;
  if (status === 410) return { outcome: 'refused', error };
  const headers = { get: (name: string) => headersDistinct[name]?.join() ?? null };
  return { outcome: 'failed', error, retryAfter: retryAfterOf(headers, clockOf(headers, Date.now())) };
}

/** What went wrong, in words or by its code: where a name has several addresses, Node says no more. */
function reasonOf(thrown: unknown): string {
  const { message = '', code = '' } = thrown as { message?: string; code?: string };
  return message || code || String(thrown);
}

import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { signWebhook } from './sign.ts';
import { obstacleTo, publicLookup } from './webhook-address.ts';

/** Where a provider takes its messages, and what signs them. */
export interface WebhookTarget {
  readonly url: string;
  /** `whsec_…` */
  readonly secret: string;
}

/** A message as it is sent. */
export interface WebhookMessage {
  readonly messageId: string;
  readonly body: string;
}

/** `delivered`: 2xx. `refused`: the receiver wants no more of it (410). `failed`: to be tried again. */
export type Delivery =
  { readonly outcome: 'delivered' } | { readonly outcome: 'refused' | 'failed'; readonly error: string };

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
  options: DeliverOptions,
): Promise<Delivery> {
  try {
    const status = await post(message, target, options);
    if (status >= 200 && status < 300) return { outcome: 'delivered' };
    return { outcome: status === 410 ? 'refused' : 'failed', error: `expected 2xx, got ${status}` };
  } catch (thrown) {
    return { outcome: 'failed', error: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** The status of the answer; its body is not read. */
function post(
  { messageId, body }: WebhookMessage,
  { url: address, secret }: WebhookTarget,
  { allowed, timeout = 10_000 }: DeliverOptions,
): Promise<number> {
  const url = new URL(address);
  const obstacle = obstacleTo(url, allowed);
  if (obstacle !== null) throw new TypeError(`webhook: ${obstacle}`);
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  const headers = {
    ...signWebhook(messageId, body, secret, Date.now()),
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'rokt-upsell',
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers,
      signal: AbortSignal.timeout(timeout),
      ...(allowed.has(url.origin) ? {} : { lookup: publicLookup }),
    });
    sent.on('error', (error) => reject(error));
    sent.on('response', (response) => {
      // What a receiver says beside its status is not read: it may be without end.
      response.on('error', () => undefined).destroy();
      resolve(response.statusCode ?? 0);
    });
    sent.end(body);
  });
}

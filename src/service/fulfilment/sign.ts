import { createHmac, timingSafeEqual } from 'node:crypto';

/** The headers of a signed message, as Standard Webhooks names them. */
export interface WebhookHeaders {
  /** Stays the same when a message is sent again: whoever takes it twice knows it by that. */
  readonly 'webhook-id': string;
  /** Seconds since the epoch, of the real clock. */
  readonly 'webhook-timestamp': string;
  /** `v1,<base64 of HMAC-SHA256>`; several, with a space between, while a secret changes. */
  readonly 'webhook-signature': string;
}

/** How far the time of a message may be from the receiver's own. */
const TOLERANCE_SECONDS = 5 * 60;

/**
 * The headers that sign `body` with `secret`.
 *
 * @param now ms since the epoch, of the real clock
 * @throws {TypeError} when `secret` is no `whsec_…`
 */
export function signWebhook(id: string, body: string, secret: string, now: number): WebhookHeaders {
  const timestamp = String(Math.floor(now / 1000));
  const signature = `v1,${signatureOf(id, timestamp, body, secret).toString('base64')}`;
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
}

/**
 * Whether `body` was signed with `secret`, and within five minutes of `now`: what a provider asks before it believes one.
 *
 * @param headers with lower-case names, as Node has them
 * @param now ms since the epoch
 * @throws {TypeError} when `secret` is no `whsec_…`
 */
export function isSignedWebhook(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  body: string,
  secret: string,
  now: number,
): boolean {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headers[name],
  );
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return false;
  if (!/^\d+$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const wanted = signatureOf(id, timestamp, body, secret);
  return signatures.split(' ').some((signature) => {
    const [version, text = ''] = signature.split(',');
    const given = Buffer.from(text, 'base64');
    return version === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

function signatureOf(id: string, timestamp: string, body: string, secret: string): Buffer {
  return createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest();
}

/** The bytes of a secret that is written as Standard Webhooks does: `whsec_` and base64 of 24 to 64 bytes. */
function keyOf(secret: string): Buffer {
  const key = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1];
  const bytes = Buffer.from(key ?? '', 'base64');
  if (bytes.length < 24 || bytes.length > 64) {
    throw new TypeError('webhook secret: expected "whsec_" and 24 to 64 bytes in base64, got something else');
  }
  return bytes;
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { expectedKind } from '../../model/index.ts';

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
  const signature = `v1,${signatureOf(id, timestamp, body, keyOf(secret)).toString('base64')}`;
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
}

/** Headers of a request: fetch's own, or by name as Node, a framework or a function's event has them, in any case. */
export type ReceivedHeaders = HeadersWithGet | WebhookHeaders | HeadersByName;

/** fetch's own, or whatever else is asked for a header. */
export interface HeadersWithGet {
  get(name: string): string | null | undefined;
}

/** As Node has them: several values of one header may be a list. */
export type HeadersByName = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Whether `body` was signed with `secret`, and within five minutes of `now`: what a provider asks before it believes one.
 *
 * @param body as it came, in text or bytes: one that was parsed has lost what was signed
 * @param now ms since the epoch; the machine's clock unless told
 * @throws {TypeError} when `secret` is no `whsec_…`, `body` is neither text nor bytes, `now` is no time, or `headers` are none
 */
export function isSignedWebhook(
  headers: ReceivedHeaders,
  body: string | Uint8Array,
  secret: string,
  now: number = Date.now(),
): boolean {
  const key = keyOf(secret);
  if (!Number.isFinite(now))
    throw new TypeError(expectedKind('now', 'ms since the epoch, or nothing for the clock', now));
  if (typeof body !== 'string' && !(body instanceof Uint8Array))
    throw new TypeError(expectedKind('body', 'the raw body, as text or bytes and not parsed', body));
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    headerIn(headers, name),
  );
  if (id === undefined || timestamp === undefined || signatures === undefined) return false;
  if (!/^\d+$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const wanted = signatureOf(id, timestamp, body, key);
  return signatures.split(' ').some((signature) => {
    const [version, text = ''] = signature.split(',');
    const given = Buffer.from(text, 'base64');
    return version === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

/** The one value of a header; undefined where there is none, or more than one. */
function headerIn(headers: ReceivedHeaders, name: string): string | undefined {
  if (typeof (headers as unknown) !== 'object' || (headers as unknown) === null)
    throw new TypeError(expectedKind('headers', 'headers', headers));
  if (hasGet(headers)) return headers.get(name) ?? undefined;
  const values = Object.entries<HeadersByName[string]>({ ...headers })
    .filter(([other]) => other.toLowerCase() === name)
    .flatMap(([, value]): readonly string[] => (typeof value === 'string' ? [value] : (value ?? [])));
  const [value] = values;
  return values.length === 1 && typeof value === 'string' ? value : undefined;
}

function hasGet(headers: ReceivedHeaders): headers is HeadersWithGet {
  return 'get' in headers && typeof headers.get === 'function';
}

function signatureOf(id: string, timestamp: string, body: string | Uint8Array, key: Buffer): Buffer {
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
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

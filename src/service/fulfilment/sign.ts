import { isUtf8 } from 'node:buffer';
import { timingSafeEqual } from 'node:crypto';
import { types } from 'node:util';
import { Webhook } from 'standardwebhooks';
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

/** A secret, `whsec_…`; two of them while one is changed. */
export type WebhookSecrets = string | readonly string[];

/** How far the time of a message may be from the receiver's own. */
const TOLERANCE_SECONDS = 5 * 60;

/**
 * The headers that sign `body`, with a signature for each of `secrets`.
 *
 * @param now ms since the epoch, of the real clock
 * @throws {TypeError} when one of `secrets` is no `whsec_…`, or there is none
 */
export function signWebhook(id: string, body: string, secrets: WebhookSecrets, now: number): WebhookHeaders {
  const seconds = Math.floor(now / 1000);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signaturesOf(id, seconds, body, signersOf(secrets)).join(' '),
  };
}

/** Headers of a request: fetch's own, or by name as Node, a framework or a function's event has them, in any case. */
export type ReceivedHeaders = HeadersWithGet | HeaderPairs | WebhookHeaders | HeadersByName;

/** What is asked for a header, such as a framework's request. */
export interface HeadersWithGet {
  /** The value of one header; nothing where there is none. */
  get(name: string): string | null | undefined;
}

/** fetch's own, a Map, or a list of names and values. */
export type HeaderPairs = Iterable<readonly [name: string, value: string]>;

/** As Node has them: several values of one header may be a list. */
export type HeadersByName = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Whether `body` was signed with one of `secrets`, and within five minutes of `now`: what a provider asks before it believes
 * one. Bytes that are no UTF-8 were signed by nobody.
 *
 * @param body as it came, in text or bytes: one that was parsed has lost what was signed
 * @param now ms since the epoch; the machine's clock unless told
 * @throws {TypeError} when one of `secrets` is no `whsec_…`, `body` is neither text nor bytes, `now` is no time, or `headers` are none
 */
export function isSignedWebhook(
  headers: ReceivedHeaders,
  body: string | Uint8Array | ArrayBuffer,
  secrets: WebhookSecrets,
  now: number = Date.now(),
): boolean {
  const signers = signersOf(secrets);
  if (!Number.isFinite(now))
    throw new TypeError(expectedKind('now', 'ms since the epoch, or nothing for the clock', now));
  const text = textOf(body);
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    headerIn(headers, name),
  );
  if (text === undefined || !id || !timestamp || !signatures) return false;
  const seconds = Number(timestamp);
  // Only as it was signed: 1e9 and 01 are numbers, too.
  if (!Number.isSafeInteger(seconds) || String(seconds) !== timestamp) return false;
  if (Math.abs(now / 1000 - seconds) > TOLERANCE_SECONDS) return false;
  const wanted = signaturesOf(id, seconds, text, signers);
  return signatures.split(' ').some((given) => wanted.some((signature) => isSame(signature, given)));
}

/** One signature a signer, `v1,…`. */
function signaturesOf(id: string, seconds: number, body: string, signers: readonly Webhook[]): string[] {
  return signers.map((signer) => signer.sign(id, new Date(seconds * 1000), body));
}

/** By hand, since `Webhook.verify` knows no other time than the machine's. */
function isSame(wanted: string, given: string): boolean {
  const [a, b] = [Buffer.from(wanted), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The text that a body is; undefined when its bytes are none, and so have not been signed. */
function textOf(body: unknown): string | undefined {
  if (typeof body === 'string') return body;
  const isBytes = types.isUint8Array(body) || types.isArrayBuffer(body);
  if (!isBytes)
    throw new TypeError(expectedKind('body', 'the raw body, as text or bytes and not parsed', body));
  const bytes = new Uint8Array(body);
  return isUtf8(bytes) ? Buffer.from(bytes).toString() : undefined;
}

/** The one value of a header; undefined where there is none, or more than one. */
function headerIn(headers: ReceivedHeaders, name: string): string | undefined {
  if (typeof (headers as unknown) !== 'object' || (headers as unknown) === null)
    throw new TypeError(expectedKind('headers', 'headers', headers));
  if (!isPairs(headers) && hasGet(headers)) return headers.get(name) ?? undefined;
  const pairs = isPairs(headers) ? [...headers] : Object.entries<HeadersByName[string]>({ ...headers });
  if (!pairs.every(Array.isArray)) throw new TypeError(expectedKind('headers', 'names with values', headers));
  const values = pairs
    .filter(([other]) => other.toLowerCase() === name)
    .flatMap(([, value]): readonly string[] => (typeof value === 'string' ? [value] : (value ?? [])));
  const [value] = values;
  return values.length === 1 && typeof value === 'string' ? value : undefined;
}

function isPairs(headers: ReceivedHeaders): headers is HeaderPairs {
  return Symbol.iterator in headers;
}

function hasGet(headers: ReceivedHeaders): headers is HeadersWithGet {
  return 'get' in headers && typeof headers.get === 'function';
}

/**
 * Who signs with each of `secrets`.
 *
 * @throws {TypeError} that shows none of them, when one is no secret, or there is none
 */
function signersOf(secrets: WebhookSecrets): Webhook[] {
  const keys = [secrets].flat().map(keyOf);
  if (keys.length === 0 || keys.some(({ length }) => length < 24 || length > 64))
    throw new TypeError('webhook secret: expected "whsec_" and 24 to 64 bytes in base64, got something else');
  return keys.map((key) => new Webhook(key, { format: 'raw' }));
}

/** The bytes of a secret as Standard Webhooks writes it, `whsec_` and base64; none where it is written in another way. */
function keyOf(secret: string): Buffer {
  const [, key = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? [];
  return Buffer.from(key, 'base64');
}

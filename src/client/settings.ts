import { expectedKind, isLoopbackHost } from '../model/index.ts';
import type { Fetch, TransactionClientOptions } from './client-options.ts';
import { type Hide, hiderOf } from './hide-key.ts';

/** The options once they are checked, with their defaults. */
export interface Settings extends TransactionClientOptions {
  readonly fetch: Fetch;
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly retries: number;
  readonly hide: Hide;
}

/**
 * The settings that `options` ask for.
 *
 * @throws {TypeError} when the key, the tag or the URL cannot be used; it does not show them
 * @throws {RangeError} when a time or `retries` is no such number
 */
export function toSettings(options: TransactionClientOptions): Settings {
  const { timeout = 10_000, totalTimeout = 30_000, retries = 2 } = options;
  headerValue('apiKey', options.apiKey);
  headerValue('tagId', options.tagId);
  duration('timeout', timeout);
  duration('totalTimeout', totalTimeout);
  if (!Number.isSafeInteger(retries) || retries < 0)
    throw new RangeError(`retries: expected a whole number of at least 0, got ${String(retries)}`);
  return {
    ...options,
    baseUrl: checkedUrl(options),
    // Called on its own: a runtime's fetch may insist on its `this`.
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    timeout,
    totalTimeout,
    retries,
    hide: hiderOf(options.apiKey),
  };
}

/**
 * `value`, once it is seen to be text that a header can hold.
 *
 * @throws {TypeError} that does not show it
 */
export function headerValue(name: string, value: unknown): string {
  if (typeof value === 'string' && /^[!-~](?:[ -~]*[!-~])?$/.test(value)) return value;
  throw new TypeError(expectedKind(name, 'visible ASCII characters', value));
}

function duration(name: string, value: number): void {
  if (!(value > 0)) throw new RangeError(`${name}: expected more than 0 ms, got ${String(value)}`);
}

function checkedUrl({ baseUrl: value, allowPlainHttp }: TransactionClientOptions): string {
  let url: URL | undefined;
  try {
    url = new URL(value);
  } catch {
    // Said below, in our own words.
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== url.origin + url.pathname)
    throw new TypeError(expectedKind('baseUrl', 'an https URL without name, query or fragment', value));
  if (url.protocol === 'http:' && allowPlainHttp !== true && !isLoopbackHost(url.hostname))
    throw new TypeError(
      `baseUrl: expected https for the API key, or allowPlainHttp: true, got http to ${url.host}`,
    );
  return withoutLastSlashes(url.href);
}

/** By hand: a regular expression looks at each of a long row of slashes once for every one before it. */
function withoutLastSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end--;
  return text.slice(0, end);
}

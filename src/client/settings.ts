import type { Fetch, TransactionClientOptions } from './client-options.ts';

/** The options once they are checked, with their defaults. */
export interface Settings extends TransactionClientOptions {
  readonly fetch: Fetch;
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly retries: number;
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
    baseUrl: checkedUrl(options.baseUrl),
    // Called on its own: a runtime's fetch may insist on its `this`.
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    timeout,
    totalTimeout,
    retries,
  };
}

/**
 * `value`, once it is seen to be text that a header can hold.
 *
 * @throws {TypeError} that does not show it
 */
export function headerValue(name: string, value: unknown): string {
  if (typeof value === 'string' && /^[!-~](?:[ -~]*[!-~])?$/.test(value)) return value;
  const got = typeof value === 'string' ? 'other text' : typeof value;
  throw new TypeError(`${name}: expected visible ASCII characters, got ${got}`);
}

function duration(name: string, value: number): void {
  if (!(value > 0)) throw new RangeError(`${name}: expected more than 0 ms, got ${String(value)}`);
}

function checkedUrl(value: string): string {
  let url: URL | undefined;
  try {
    url = new URL(value);
  } catch {
    // Said below, in our own words.
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    throw new TypeError(
      `baseUrl: expected an http or https URL without a name, a query or a fragment, got ${kindOf(value)}`,
    );
  return withoutLastSlashes(url.href);
}

/** By hand: a regular expression looks at each of a long row of slashes once for every one before it. */
function withoutLastSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end--;
  return text.slice(0, end);
}

/** What was given in the place of a URL; the text itself may hold a password. */
function kindOf(value: unknown): string {
  if (value === '') return 'an empty string';
  return typeof value === 'string' ? 'other text' : String(value === null ? null : typeof value);
}

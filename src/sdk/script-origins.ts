import { isLoopbackHost, ROKT_HOSTS, UpsellError } from '../model/index.ts';
import { page } from './page.ts';
import { toUrl } from './to-url.ts';

/** The hosts of Rokt's launcher script, its newer kit, its e-commerce and its sandbox; ours; the page's; and what the page has named. */
const allowed = new Set<string | undefined>([
  ...ROKT_HOSTS,
  'apps-demo.rokt.com',
  toUrl(import.meta.url)?.host,
  page.location?.host,
]);

/**
 * Lets our Trusted Types policy pass launcher scripts from `origin`, a first-party host for instance. Where the page does
 * not enforce Trusted Types, any https origin serves without it.
 *
 * @throws {TypeError} when it is no https origin; on this computer http is one
 */
export function allowScriptOrigin(origin: string): void {
  const url = toUrl(origin);
  if (!isSafe(url)) throw new TypeError('allowScriptOrigin: expected an https origin');
  allowed.add(url.host);
}

/** True when our Trusted Types policy passes scripts from there. */
export function isAllowedOrigin(url: URL): boolean {
  return isSafe(url) && (isLoopbackHost(url.hostname) || allowed.has(url.host));
}

/**
 * The address of a launcher script, against the page's own.
 *
 * @throws {UpsellError} `script-blocked` when it is neither https nor, on this computer, http
 */
export function toScriptAddress(text: string): URL {
  const url = toUrl(text, document.baseURI);
  if (isSafe(url)) return url;
  throw new UpsellError('script-blocked', 'sdk-url: expected https');
}

function isSafe(url: URL | undefined): url is URL {
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname));
}

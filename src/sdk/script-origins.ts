import { UpsellError } from '../model/index.ts';
import { toUrl } from './to-url.ts';

/** Rokt's own hosts: the launcher script's, the newer kit's, those of its e-commerce and of its sandbox. */
const ROKT_HOSTS = ['apps.rokt.com', 'apps.rokt-api.com', 'apps.roktecommerce.com', 'apps-demo.rokt.com'];

/** What the page has named. */
const allowed = new Set<string>();

/**
 * Lets our Trusted Types policy pass launcher scripts from `origin`, a first-party host for instance. Where the page does
 * not enforce Trusted Types, any https origin serves without it.
 *
 * @throws {TypeError} when it is no https origin; on this computer http is one
 */
export function allowScriptOrigin(origin: string): void {
  const url = toUrl(origin);
  if (!url || !isSafe(url)) throw new TypeError('allowScriptOrigin: expected an https origin');
  allowed.add(url.origin);
}

/** True when our Trusted Types policy passes scripts from there. */
export function isAllowedOrigin(url: URL): boolean {
  if (!isSafe(url)) return false;
  const own = [location.origin, toUrl(import.meta.url)?.origin];
  const isRokts = url.protocol === 'https:' && ROKT_HOSTS.includes(url.host);
  return isRokts || isLoopback(url) || own.includes(url.origin) || allowed.has(url.origin);
}

/**
 * The address of a launcher script, against the page's own.
 *
 * @throws {UpsellError} `script-blocked` when it is neither https nor, on this computer, http
 */
export function toScriptAddress(text: string): URL {
  const url = toUrl(text, document.baseURI);
  if (url && isSafe(url)) return url;
  const host = url?.protocol === 'http:' ? `, got http at ${url.host}` : '';
  throw new UpsellError('script-blocked', `sdk-url: expected https, or http on this computer${host}`);
}

function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

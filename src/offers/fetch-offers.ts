import { failAs, HELD_ITEMS_LIMIT, type HeldItem, isRecord, UpsellError } from '../model/index.ts';
import type { PlacementAttributes } from '../sdk/index.ts';
import { toLanguageTag } from './nearest-lang.ts';

/** Where offers come from, and for whom. */
export interface OffersRequest {
  /** A file, by its ending `.json`, or the base URL of an upsell service; relative to the page. */
  readonly url: string;
  /** What a service is told; a file is the same for everybody. */
  readonly accountId: string | undefined;
  readonly sessionId: string | undefined;
  readonly identifier: string | undefined;
  readonly attributes: PlacementAttributes;
  /** What the page's cart holds already. */
  readonly heldItems: readonly HeldItem[];
  /** The language of the page; empty where it says none, or the attributes do. */
  readonly lang: string;
}

/** True where `url` is that of a file, and not a service's base URL: its path ends in `.json`. */
export function isOffersFile(url: string): boolean {
  return /^[^?#]*\.json\s*([?#]|$)/i.test(url);
}

/**
 * What a static file holds, or what an upsell service selects, as it came.
 *
 * Rejects with an UpsellError: `offers-unavailable` when there is no answer, `invalid-offers` when it is no JSON. Its
 * message has the address without query and the status; what was answered is in `cause`.
 */
export async function fetchOffers(request: OffersRequest, signal: AbortSignal): Promise<unknown> {
  const target = toTarget(request.url);
  const isFile = isOffersFile(request.url);
  const init = isFile ? FILE : toSelection(request);
  if (!isFile) target.pathname += target.pathname.endsWith('/') ? 'v1/selections' : '/v1/selections';
  const text = await textAt(target, { ...init, signal });
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const got = text.trimStart().startsWith('<') ? 'HTML' : 'other text';
    throw new UpsellError('invalid-offers', `${toAddress(target)}: expected JSON, got ${got}`, { cause });
  }
}

function toTarget(url: string): URL {
  try {
    return new URL(url, document.baseURI);
  } catch (cause) {
    throw new UpsellError('offers-unavailable', 'offersUrl: expected a URL', { cause });
  }
}

/** A URL as a message shows it: without what may be a secret. */
function toAddress({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}

async function textAt(target: URL, init: RequestInit): Promise<string> {
  const fail = failAs('offers-unavailable', `${toAddress(target)}: no answer that this page may read`);
  const response = await fetch(target, init).catch(fail);
  const text = await response.text().catch(fail);
  if (response.ok) return text;
  const message = `${toAddress(target)}: HTTP ${response.status}`;
  throw new UpsellError('offers-unavailable', message, { cause: text });
}

const FILE: RequestInit = { headers: { accept: 'application/json' } };

function toSelection(request: OffersRequest): RequestInit {
  const { accountId, sessionId, identifier, attributes, heldItems } = request;
  // Without one that makes sense the browser sends the shopper's own.
  const language = toLanguageTag(request.lang);
  return {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      ...(language && { 'accept-language': language }),
    },
    body: JSON.stringify({
      accountId,
      sessionId,
      // An empty one is none.
      identifier: identifier || undefined,
      attributes: Object.fromEntries(
        Object.entries(attributes)
          .filter(([, value]) => value != null)
          .map(([name, value]) => [name, toText(name, value)]),
      ),
      heldItems: heldItems.length > 0 ? heldItems.slice(0, HELD_ITEMS_LIMIT) : undefined,
    }),
  };
}

function toText(name: string, value: unknown): string {
  try {
    return isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
  } catch (cause) {
    throw new UpsellError('invalid-attributes', `attributes.${name}: expected plain data`, { cause });
  }
}

import { isRecord, toUpsellError, UpsellError } from '../model/index.ts';
import type { PlacementAttributes } from '../sdk/index.ts';

/** Where offers come from, and for whom. */
export interface OffersRequest {
  /** A file, by its ending, or the base URL of an upsell service; relative to the page. */
  readonly url: string;
  /** What a service is told; a file is the same for everybody. */
  readonly accountId: string | undefined;
  readonly sessionId: string;
  readonly identifier: string | undefined;
  readonly attributes: PlacementAttributes;
}

/**
 * What a static file holds, or what an upsell service selects, as it came.
 *
 * Rejects with an UpsellError: `offers-unavailable` when there is no answer, `invalid-offers` when it is no JSON.
 */
export async function fetchOffers(request: OffersRequest, signal: AbortSignal): Promise<unknown> {
  const { url } = request;
  let text: string;
  try {
    const target = new URL(url, document.baseURI);
    const isFile = /\.[^/]*$/.test(target.pathname);
    if (!isFile) target.pathname = target.pathname.replace(/\/?$/, '/v1/selections');
    const response = await fetch(target, { ...(isFile ? FILE : toSelection(request)), signal });
    text = await response.text();
    if (!response.ok) throw new Error(`HTTP ${response.status}${isFile ? '' : ` ${text.slice(0, 200)}`}`);
  } catch (cause) {
    throw new UpsellError('offers-unavailable', `${url}: ${(cause as Error).message}`, { cause });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw toUpsellError(cause, 'invalid-offers');
  }
}

const FILE: RequestInit = { headers: { accept: 'application/json' } };

function toSelection({ accountId, sessionId, identifier, attributes }: OffersRequest): RequestInit {
  return {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({
      accountId,
      sessionId,
      // An empty one is none.
      identifier: identifier || undefined,
      attributes: Object.fromEntries(
        Object.entries(attributes)
          .filter(([, value]) => value != null)
          .map(([name, value]) => [
            name,
            isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : String(value),
          ]),
      ),
    }),
  };
}

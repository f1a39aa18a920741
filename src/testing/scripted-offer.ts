import type { CartItem } from '../model/index.ts';

/** One item that a selection offers. What is left out is as `buildCartItem` has it. */
export interface ScriptedOffer extends Partial<CartItem> {
  readonly catalogItemId: string;
  /** This impression's id, a fresh one by default; the text after its last `:` is the provider. */
  readonly cartItemId?: string;
  /** Selected beforehand; default 0. */
  readonly quantity?: number;
  /** Default 0. */
  readonly minimum?: number;
  /** Default: as many as one likes. */
  readonly maximum?: number;
  /** Ids that it had in earlier impressions. Those in earlier selections of the same launcher need not be named. */
  readonly formerIds?: readonly string[];
}

/** What items that are offered together have in common. */
export interface OfferTotal {
  /** How many of them there may be in all; default: as many as one likes. */
  readonly maximum?: number;
}

let impressions = 0;

/** An id that no item has had: it is new for each impression, and ends with the provider. */
export function freshCartItemId(catalogItemId: string, provider = 'scripted'): string {
  impressions += 1;
  return `${catalogItemId}-${impressions}:${provider}`;
}

/** The text after the last `:` of an id. */
export function providerOf(cartItemId: string): string | undefined {
  const end = cartItemId.lastIndexOf(':');
  return end < 0 ? undefined : cartItemId.slice(end + 1);
}

import type { AnyRequest, IgnoredAttribute, SelectionRequest } from '../../contract/wire.ts';
import { HELD_ITEMS_LIMIT, type HeldProduct, toHeldProducts } from '../../model/index.ts';
import type { SelectionInput } from '../catalogue/targeting.ts';
import type { Asker } from '../store/in-stock.ts';
import { toUsableAttributes } from './usable-attributes.ts';

/** By what offers are chosen, and for whom. */
export interface WantedOffers {
  readonly input: SelectionInput;
  readonly asker: Asker;
}

/** What a page says of itself, as far as it makes sense. */
export interface WantedSelection extends WantedOffers {
  /** What its cart holds already, by product. */
  readonly held: ReadonlyMap<string, HeldProduct>;
  readonly ignored: readonly IgnoredAttribute[];
}

/** What a call of `placements/any` asks for. */
export function wantedByPartner(
  { cartId, pageIdentifier: identifier, attributes = {} }: AnyRequest,
  acceptLanguage: string | undefined,
): WantedOffers {
  return { input: { identifier, attributes, acceptLanguage }, asker: { cartId } };
}

/** What a selection asks for. */
export function wantedByPage(
  { identifier, heldItems, attributes: sent }: SelectionRequest,
  acceptLanguage: string | undefined,
): WantedSelection {
  const { attributes, ignored } = toUsableAttributes(sent);
  const items: unknown = heldItems;
  const held = toHeldProducts(Array.isArray(items) ? items.slice(0, HELD_ITEMS_LIMIT) : []);
  const cartItemIds = Array.from(held.values(), (product) => product.cartItemIds).flat();
  return { input: { identifier, attributes, acceptLanguage }, asker: { cartItemIds }, held, ignored };
}

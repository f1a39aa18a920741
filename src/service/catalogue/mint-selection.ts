import type { SelectedOffer, SelectionAnswer } from '../../contract/wire.ts';
import { type HeldProduct, productKey, toMinorUnits } from '../../model/index.ts';
import { insertOfferedItem } from '../store/offered-items.ts';
import type { Transaction } from '../store/store.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { toItemTerms } from './account-catalogue.ts';
import type { DrawnOffer, DrawnPlacement } from './draw-offers.ts';

/** Whose selection it is. */
export interface SelectionContext {
  readonly accountId: string;
  readonly sessionId: string;
  readonly now: number;
  /** What the page's cart holds already, by product key. */
  readonly held: ReadonlyMap<string, HeldProduct>;
  /** A GUID that nobody can guess, greater than those before it. */
  readonly newCartItemId: () => string;
}

/** The answer that shows `drawn`; every offer in it has an id of its own, which is kept first. */
export async function mintSelection(
  tx: Transaction,
  drawn: readonly DrawnPlacement[],
  context: SelectionContext,
): Promise<SelectionAnswer> {
  const placements = [];
  for (const { placement, offers } of drawn) {
    const { placementId, title, target } = placement;
    const minted: SelectedOffer[] = [];
    for (const offer of offers) minted.push(await mintOffer(tx, offer, context));
    placements.push(withoutUndefined({ placementId, target, title, offers: minted }));
  }
  return { sessionId: context.sessionId, placements };
}

async function mintOffer(
  tx: Transaction,
  { offer, linkedProductId, isSoldOut }: DrawnOffer,
  { accountId, sessionId, now, held, newCartItemId }: SelectionContext,
): Promise<SelectedOffer> {
  const { sku, locales, targeting, linkedTo, cartItem, required, ...shown } = offer;
  const cartItemId = newCartItemId();
  await insertOfferedItem(tx, {
    accountId,
    cartItemId,
    sessionId,
    sku,
    linkedProductId: linkedProductId ?? null,
    unitPrice: toMinorUnits(cartItem.unitPrice, cartItem.currency),
    currency: cartItem.currency,
    createdAt: now,
    terms: toItemTerms(offer),
  });
  const { quantity = 0 } = held.get(productKey({ catalogItemId: sku, linkedProductId })) ?? {};
  const opening = Math.max(offer.minimum, Math.min(quantity, offer.maximum));
  return {
    cartItem: withoutUndefined({ cartItemId, catalogItemId: sku, ...cartItem, linkedProductId }),
    ...shown,
    ...(required && offer.minimum > 0 ? { required } : {}),
    inventoryStatus: isSoldOut ? 'OutOfStock' : 'InStock',
    ...(quantity === 0 ? {} : { openingQuantity: opening }),
  };
}

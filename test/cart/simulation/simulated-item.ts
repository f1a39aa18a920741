import { productKey, toHeldItems, toHeldProducts } from '../../../src/model/index.ts';
import { allowedQuantity, type OfferItem } from '../../../src/offers/offer-item.ts';
import type { PlacementAttributes } from '../../../src/sdk/index.ts';
import type { Scenario } from './scenario.ts';

/** An item with the id of an earlier impression. */
export type SimulatedItem = OfferItem & { readonly lastCartItemId: string };

let impressions = 0;

/** The items of a new impression, with what the attribute `cartItems` holds where the placements read it. */
export function openingItems(
  scenario: Scenario,
  attributes: PlacementAttributes,
  before: readonly SimulatedItem[],
): SimulatedItem[] {
  const { cartItems = '[]' } = scenario.readsAttributes ? attributes : {};
  const known = toHeldProducts(toHeldItems(JSON.parse(cartItems as string)));
  return scenario.offers.map((offered, index) => {
    const { minimum, maximum } = offered;
    const cartItem = { ...offered, name: '', unitPrice: 10, currency: 'USD' };
    const kept = known.get(productKey(offered));
    const item = {
      offer: { cartItem, minimum, maximum },
      cartItemId: `${index}#${++impressions}`,
      lastCartItemId: kept?.cartItemIds[0] ?? before[index]?.cartItemId ?? `${index}#kept`,
      quantity: 0,
      isDeclined: false,
    };
    return { ...item, quantity: kept ? allowedQuantity(item, kept.quantity) : 0 };
  });
}

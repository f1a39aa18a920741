import type { PlacementDocument } from '../../offers/index.ts';
import { productKey } from '../../model/index.ts';

/** The ids that products have had, placement by placement, in the selections of one launcher. */
export class Impressions {
  readonly #ids = new Map<string, Set<string>>();

  /** Takes note of a placement's items; gives, by the id of each, the ids of its impressions before. */
  note({ placementId, target, offers }: PlacementDocument): Record<string, string[]> {
    const earlier: Record<string, string[]> = {};
    for (const { cartItem } of offers) {
      const { cartItemId } = cartItem;
      if (cartItemId === undefined) continue;
      const key = JSON.stringify([placementId, target, productKey(cartItem)]);
      const ids = this.#ids.get(key) ?? new Set();
      earlier[cartItemId] = [...ids];
      this.#ids.set(key, ids.add(cartItemId));
    }
    return earlier;
  }
}

import { type CartItem, type CartItemUpdate, productKey } from '../../model/index.ts';
import type { Offer } from '../../offers/index.ts';
import type { DrawWish } from '../protocol.ts';
import type { ItemChange, Limits } from './manners.ts';

/** An item of a placement and the bounds of its quantity. */
export interface PlacementItem extends Limits {
  readonly cartItemId: string;
}

/** The items of one placement: their ids of now and before, and what is held of them. */
export class PlacementItems {
  readonly #wish: DrawWish;
  /** By each id of now. Several offers of one product are one item, with the id of the first. */
  readonly #now = new Map<string, Offer>();
  readonly #earlier = new Map<string, Offer>();
  readonly #held = new Map<string, CartItem>();
  /** The id by which the page has asked for an item, by its own. */
  readonly #asked = new Map<string, string>();

  constructor(wish: DrawWish) {
    this.#wish = wish;
    const first = new Map<string, Offer>();
    for (const offer of wish.placement.offers) {
      const { cartItemId = '' } = offer.cartItem;
      const item = first.get(productKey(offer.cartItem)) ?? offer;
      first.set(productKey(offer.cartItem), item);
      this.#now.set(cartItemId, item);
      for (const id of wish.earlierIds[cartItemId] ?? []) this.#earlier.set(id, item);
    }
  }

  /** Those with a quantity above 0. */
  get held(): readonly CartItem[] {
    return [...this.#held.values()];
  }

  /** The item of this id; undefined where no item has it. @param isPast ids of earlier impressions count too */
  find(id: string, isPast: boolean): PlacementItem | undefined {
    const offer = this.#now.get(id) ?? (isPast ? this.#earlier.get(id) : undefined);
    if (!offer) return undefined;
    const { cartItemId = '' } = offer.cartItem;
    const held = this.#held.get(cartItemId)?.quantity ?? 0;
    const isSoldOut = offer.inventoryStatus?.toLowerCase() === 'outofstock';
    const maximum = isSoldOut ? Math.min(offer.maximum, held) : offer.maximum;
    return { cartItemId, held, minimum: offer.minimum, maximum };
  }

  /** Another placement of the selection has an item of this id. */
  isElsewhere(id: string): boolean {
    return this.#wish.idsElsewhere.includes(id);
  }

  /** The page asks for an item under this id, and is answered under it. */
  askedAs(cartItemId: string, askedId: string): void {
    this.#asked.set(cartItemId, askedId);
  }

  /** Takes note of what is held; gives the change as the page is told it. */
  note({ cartItem, oldCartItem }: CartItemUpdate): ItemChange {
    const { cartItemId = '' } = cartItem ?? oldCartItem ?? {};
    if (cartItem) this.#held.set(cartItemId, cartItem);
    else this.#held.delete(cartItemId);
    const askedId = this.#asked.get(cartItemId) ?? cartItemId;
    if (askedId === cartItemId) return { cartItem, oldCartItem };
    const before = oldCartItem ?? (cartItem && { ...cartItem, quantity: 0, totalPrice: 0 });
    return { cartItem, oldCartItem: before && { ...before, cartItemId: askedId } };
  }
}

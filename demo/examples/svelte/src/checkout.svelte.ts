import type { UpsellChange } from 'rokt-upsell/cart';
import concert from '../../../stories/concert.json';
import * as shop from '../../shared/shop.js';

/** The shop's own cart, as any shop has one, and its order: what the shop has said of it last. */
export class Checkout {
  cart = $state.raw<shop.CartState>(shop.openCart(concert));
  flow = $state.raw(shop.flowStart);
  readonly order = new shop.OrderFlow((flow) => {
    this.flow = flow;
  });

  /** Goes on with the order that the page's address names. */
  async resume() {
    this.cart = (await this.order.resume()) ?? this.cart;
  }

  /** The shopper wants so many of a line; of an upsell only the placement, where one is on the page, says how many there are. */
  want(key: string, quantity: number) {
    this.cart = shop.withWanted(this.cart, key, quantity, this.flow.step === 'extras');
  }

  deliverBy(delivery: shop.CartState['delivery']) {
    this.cart = shop.withDelivery(this.cart, delivery);
  }

  /** The placement's word on an upsell, which answers the shopper's wish. */
  setUpsell(change: UpsellChange) {
    this.cart = shop.withUpsell(this.cart, change);
  }

  /** The placements hold none of it any more. */
  removeUpsell(change: UpsellChange) {
    this.cart = shop.withoutUpsell(this.cart, change);
  }

  /** A wish came to nothing. */
  dropWish(cartItemId: string | undefined) {
    this.cart = shop.withoutWish(this.cart, cartItemId);
  }
}

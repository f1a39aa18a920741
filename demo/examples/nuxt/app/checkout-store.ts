import type { UpsellChange } from 'rokt-upsell/cart';
import { defineStore } from 'pinia';
import { markRaw, shallowRef } from 'vue';
import concert from '../../../stories/concert.json';
import * as shop from '../../shared/shop.js';

/** The shop's own cart, as any shop has one, and its order: what the shop has said of it last. */
export const useCheckout = defineStore('checkout', () => {
  const cart = shallowRef<shop.CartState>(shop.openCart(concert));
  const flow = shallowRef(shop.flowStart);
  const tell = (state: shop.FlowState) => {
    flow.value = state;
  };
  const order = markRaw(new shop.OrderFlow(tell));

  /** Goes on with the order that the page's address names. */
  async function resume() {
    cart.value = (await order.resume()) ?? cart.value;
  }

  /** The shopper wants so many of a line; of an upsell only the placement, where one is on the page, says how many there are. */
  function want(key: string, quantity: number) {
    cart.value = shop.withWanted(cart.value, key, quantity, flow.value.step === 'extras');
  }

  function deliverBy(delivery: shop.CartState['delivery']) {
    cart.value = shop.withDelivery(cart.value, delivery);
  }

  /** The placement's word on an upsell, which answers the shopper's wish. */
  function setUpsell(change: UpsellChange) {
    cart.value = shop.withUpsell(cart.value, change);
  }

  /** The placements hold none of it any more. */
  function removeUpsell(change: UpsellChange) {
    cart.value = shop.withoutUpsell(cart.value, change);
  }

  /** A wish came to nothing. */
  function dropWish(cartItemId: string | undefined) {
    cart.value = shop.withoutWish(cart.value, cartItemId);
  }

  return { cart, flow, order, resume, want, deliverBy, setUpsell, removeUpsell, dropWish };
});

import { create } from 'zustand';
import concert from '../../../stories/concert.json';
import * as shop from '../../shared/shop.js';

/** The shop's own cart, as any shop has one, and what the shop has said of its order last. */
export const useCheckout = create<{ readonly cart: shop.CartState; readonly flow: shop.FlowState }>()(() => ({
  cart: shop.openCart(concert),
  flow: shop.flowStart,
}));

/** What the page asks the shop to do with the order. */
export const order = new shop.OrderFlow((flow) => useCheckout.setState({ flow }));

/** Goes on with the order that the page's address names. */
export async function resume(): Promise<void> {
  const cart = await order.resume();
  if (cart) useCheckout.setState({ cart });
}

/** Puts the cart in its place that `next` makes of it: `change(withUpsell, told)`. */
export function change<Given extends unknown[]>(
  next: (cart: shop.CartState, ...given: Given) => shop.CartState,
  ...given: Given
): void {
  useCheckout.setState(({ cart }) => ({ cart: next(cart, ...given) }));
}

/** The shopper wants so many of a line; of an upsell only the placement, where one is on the page, says how many there are. */
export function want(key: string, quantity: number): void {
  change(shop.withWanted, key, quantity, useCheckout.getState().flow.step === 'extras');
}

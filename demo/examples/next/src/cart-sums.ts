import type { CartState } from './cart-store.ts';
import { fees, money } from './shop.ts';

/** How many tickets there are; without any there is nothing to order. */
export function ticketCount({ products }: CartState): number {
  return products.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** How many things of any kind there are. */
export function itemCount(cart: CartState): number {
  return cart.upsells.reduce((sum, { quantity }) => sum + quantity, ticketCount(cart));
}

/** The rows between the lines and the total. */
export function toCosts(cart: CartState): { name: string; price: number }[] {
  const count = ticketCount(cart);
  if (count === 0) return [];
  const charged = fees.map(({ name, unitPrice }) => ({
    name: `${name}, ${count} × ${money.format(unitPrice)}`,
    price: unitPrice * count,
  }));
  return [...charged, cart.delivery];
}

/** Minor units: products, upsells, fee and delivery together. */
export function totalPrice(cart: CartState): number {
  const lines = cart.products.map(({ unitPrice, quantity }) => unitPrice * quantity);
  const upsells = cart.upsells.map((line) => line.totalPrice);
  const costs = toCosts(cart).map(({ price }) => price);
  return [...lines, ...upsells, ...costs].reduce((sum, price) => sum + price, 0);
}

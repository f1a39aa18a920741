import { createMoney } from '../../../money.js';

/** A line that the shop sells itself. Prices are integers in minor units. */
export interface Product {
  readonly productId: string;
  readonly name: string;
  readonly unitPrice: number;
  readonly maximum: number;
  /** 0 when the shopper took it out. */
  quantity: number;
}

/** One way to get the tickets. */
export interface Delivery {
  readonly name: string;
  readonly hint: string;
  readonly price: number;
}

export const money = createMoney('USD');

export const tickets: Product = {
  productId: 'gala-104-8',
  name: 'Midwinter Gala ticket',
  unitPrice: 12900,
  maximum: 6,
  quantity: 2,
};

/** What the shop charges along with each ticket. */
export const fees = [
  { name: 'Service fee', unitPrice: 1850 },
  { name: 'Venue facility fee', unitPrice: 225 },
];

export const mobileTickets: Delivery = {
  name: 'Mobile tickets',
  hint: 'In your account and by e-mail, right away',
  price: 0,
};

export const deliveries: readonly Delivery[] = [
  mobileTickets,
  { name: 'Printed tickets by mail', hint: 'Within 7 working days', price: 695 },
];

/** `Section 104, row 8, seats 11–12` */
export function seats(count: number): string {
  const range = count > 1 ? `seats 11–${10 + count}` : 'seat 11';
  return `Section 104, row 8, ${range}`;
}

/** What a shopper reads: `$6.95`, or that it is free. */
export function priceText(price: number): string {
  return price > 0 ? money.format(price) : 'Free';
}

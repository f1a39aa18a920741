import type { UpsellChange } from 'rokt-upsell/cart';
import { toKey, toUpsellLine } from '../../../upsell-line.js';
import { fees, mobileTickets, money, tickets } from './shop.ts';

/** A line that the upsell put into the cart; `wanted` is the shopper's wish while the answer to it is due. */
export type UpsellLine = ReturnType<typeof toUpsellLine> & { wanted?: number | undefined; notice: string };

const NOTICES = {
  applied: () => '',
  adjusted: (quantity: number) => `The offer allows ${quantity}.`,
  refused: () => 'The offer asks for it: it has to stay as it is.',
};

/** The shop's own cart, as any shop has one: its products, and the lines of the upsell. */
export class ShopCart {
  products = $state([{ ...tickets }]);
  upsells = $state<UpsellLine[]>([]);
  delivery = $state.raw(mobileTickets);
  /** Is told how each wish of the shopper's ended. */
  onAnswer: (change: UpsellChange) => void = () => undefined;

  readonly ticketCount = $derived(sum(this.products.map(({ quantity }) => quantity)));
  readonly isEmpty = $derived(this.ticketCount === 0);
  readonly count = $derived(this.ticketCount + sum(this.upsells.map(({ quantity }) => quantity)));
  readonly costs = $derived(this.isEmpty ? [] : [...toFees(this.ticketCount), this.delivery]);
  readonly total = $derived(
    sum([
      ...this.products.map(({ unitPrice, quantity }) => unitPrice * quantity),
      ...this.upsells.map(({ totalPrice }) => totalPrice),
      ...this.costs.map(({ price }) => price),
    ]),
  );

  /** Sets a product's quantity within its bounds; 0 takes it out. */
  setQuantity(productId: string, quantity: number) {
    const product = this.products.find((one) => one.productId === productId);
    if (product) product.quantity = Math.min(Math.max(quantity, 0), product.maximum);
  }

  /** The shopper's wish for an upsell, which shows the quantity that is true until it is answered. */
  wishUpsell(key: string, quantity: number) {
    const line = this.upsells.find((one) => one.key === key);
    if (line) Object.assign(line, { wanted: quantity, notice: '' });
  }

  /** A wish came to nothing: the line says so. */
  dropWish(cartItemId: string | undefined) {
    const line = this.upsells.find((one) => one.cartItemId === cartItemId);
    const notice = 'Could not be changed just now. Please try again.';
    if (line) Object.assign(line, { wanted: undefined, notice });
  }

  /** The placement's word on an upsell: the line is as it says, and the shopper's wish is answered. */
  setUpsell(change: UpsellChange) {
    const line = toUpsellLine(change, money);
    const index = this.upsells.findIndex(({ key }) => key === line.key);
    const before = this.upsells[index];
    const kept = before?.quantity === line.quantity ? before.notice : '';
    const notice = change.outcome ? NOTICES[change.outcome](line.quantity) : kept;
    this.upsells[index < 0 ? this.upsells.length : index] = { ...line, notice };
    if (change.outcome) this.onAnswer(change);
  }

  /** The placements hold none of it any more. */
  removeUpsell(change: UpsellChange) {
    this.upsells = this.upsells.filter(({ key }) => key !== toKey(change));
    if (change.outcome) this.onAnswer(change);
  }
}

function toFees(count: number) {
  return fees.map(({ name, unitPrice }) => ({
    name: `${name}, ${count} × ${money.format(unitPrice)}`,
    price: unitPrice * count,
  }));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

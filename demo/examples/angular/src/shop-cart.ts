import { computed, Injectable, signal } from '@angular/core';
import type { UpsellChange } from 'rokt-upsell/cart';
import { toKey, toUpsellLine } from '../../../upsell-line.js';
import { fees, mobileTickets, money, type Product, tickets } from './shop';

/** A line that the upsell put into the cart; `wanted` is the shopper's wish while the answer to it is due. */
export type UpsellLine = ReturnType<typeof toUpsellLine> & { wanted?: number | undefined; notice: string };

const NOTICES = {
  applied: () => '',
  adjusted: (quantity: number) => `The offer allows ${quantity}.`,
  refused: () => 'The offer asks for it: it has to stay as it is.',
};

/** The shop's own cart, as any shop has one: its products, and the lines of the upsell. */
@Injectable({ providedIn: 'root' })
export class ShopCart {
  readonly products = signal<readonly Product[]>([tickets]);
  readonly upsells = signal<readonly UpsellLine[]>([]);
  readonly delivery = signal(mobileTickets);
  /** Is told how each wish of the shopper's ended. */
  onAnswer: (change: UpsellChange) => void = () => undefined;

  readonly ticketCount = computed(() => sum(this.products().map(({ quantity }) => quantity)));
  readonly isEmpty = computed(() => this.ticketCount() === 0);
  readonly count = computed(() => this.ticketCount() + sum(this.upsells().map(({ quantity }) => quantity)));
  readonly costs = computed(() => (this.isEmpty() ? [] : [...toFees(this.ticketCount()), this.delivery()]));
  readonly total = computed(() =>
    sum([
      ...this.products().map(({ unitPrice, quantity }) => unitPrice * quantity),
      ...this.upsells().map(({ totalPrice }) => totalPrice),
      ...this.costs().map(({ price }) => price),
    ]),
  );

  /** Sets a product's quantity within its bounds; 0 takes it out. */
  setQuantity(productId: string, wanted: number): void {
    this.products.update((products) =>
      products.map((one) => {
        const quantity = Math.min(Math.max(wanted, 0), one.maximum);
        return one.productId === productId ? { ...one, quantity } : one;
      }),
    );
  }

  /** The shopper's wish for an upsell, which shows the quantity that is true until it is answered. */
  wishUpsell(key: string, wanted: number): void {
    this.#change((line) => line.key === key, { wanted, notice: '' });
  }

  /** A wish came to nothing: the line says so. */
  dropWish(cartItemId: string | undefined): void {
    const notice = 'Could not be changed just now. Please try again.';
    this.#change((line) => line.cartItemId === cartItemId, { wanted: undefined, notice });
  }

  /** The placement's word on an upsell: the line is as it says, and the shopper's wish is answered. */
  setUpsell(change: UpsellChange): void {
    const told = toUpsellLine(change, money);
    const before = this.upsells().find(({ key }) => key === told.key);
    const kept = before?.quantity === told.quantity ? before.notice : '';
    const line = { ...told, notice: change.outcome ? NOTICES[change.outcome](told.quantity) : kept };
    this.upsells.update((upsells) =>
      before ? upsells.map((one) => (one === before ? line : one)) : [...upsells, line],
    );
    if (change.outcome) this.onAnswer(change);
  }

  /** The placements hold none of it any more. */
  removeUpsell(change: UpsellChange): void {
    this.upsells.update((upsells) => upsells.filter(({ key }) => key !== toKey(change)));
    if (change.outcome) this.onAnswer(change);
  }

  #change(isMeant: (line: UpsellLine) => boolean, change: Partial<UpsellLine>) {
    this.upsells.update((upsells) => upsells.map((line) => (isMeant(line) ? { ...line, ...change } : line)));
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

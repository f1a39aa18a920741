import type { UpsellChange } from 'rokt-upsell/cart';
import { create } from 'zustand';
import { toKey, toUpsellLine } from '../../../upsell-line.js';
import { log } from './log.ts';
import { type Delivery, mobileTickets, money, type Product, tickets } from './shop.ts';

/** A line that the upsell put into the cart; `wanted` is the shopper's wish while the answer to it is due. */
export type UpsellLine = ReturnType<typeof toUpsellLine> & {
  readonly wanted?: number | undefined;
  readonly notice: string;
};

/** The shop's own cart, as any shop has one: its products, and the lines of the upsell. */
export interface CartState {
  readonly products: readonly Product[];
  readonly upsells: readonly UpsellLine[];
  readonly delivery: Delivery;
  choose(delivery: Delivery): void;
  /** Sets a product's quantity within its bounds; 0 takes it out. */
  setQuantity(productId: string, quantity: number): void;
  /** The shopper's wish for an upsell, which shows the quantity that is true until it is answered. */
  wishUpsell(key: string, quantity: number): void;
  /** A wish came to nothing: the line says so. */
  dropWish(cartItemId: string | undefined): void;
  /** The placement's word on an upsell: the line is as it says, and the shopper's wish is answered. */
  setUpsell(change: UpsellChange): void;
  /** The placements hold none of it any more. */
  removeUpsell(change: UpsellChange): void;
}

const NOTICES = {
  applied: () => '',
  adjusted: (quantity: number) => `The offer allows ${quantity}.`,
  refused: () => 'The offer asks for it: it has to stay as it is.',
};

export const useCart = create<CartState>()((set) => ({
  products: [tickets],
  upsells: [],
  delivery: mobileTickets,

  choose: (delivery) => set({ delivery }),

  setQuantity: (productId, wanted) =>
    set(({ products }) => ({
      products: products.map((product) => {
        const quantity = Math.min(Math.max(wanted, 0), product.maximum);
        return product.productId === productId ? { ...product, quantity } : product;
      }),
    })),

  wishUpsell: (key, wanted) =>
    set(({ upsells }) => ({
      upsells: upsells.map((line) => (line.key === key ? { ...line, wanted, notice: '' } : line)),
    })),

  dropWish: (cartItemId) =>
    set(({ upsells }) => ({
      upsells: upsells.map((line) => {
        const notice = 'Could not be changed just now. Please try again.';
        return line.cartItemId === cartItemId ? { ...line, wanted: undefined, notice } : line;
      }),
    })),

  setUpsell(change) {
    logAnswer(change);
    set(({ upsells }) => {
      const told = toUpsellLine(change, money);
      const before = upsells.find(({ key }) => key === told.key);
      const kept = before?.quantity === told.quantity ? before.notice : '';
      const notice = change.outcome ? NOTICES[change.outcome](told.quantity) : kept;
      const line = { ...told, notice };
      if (!before) return { upsells: [...upsells, line] };
      return { upsells: upsells.map((one) => (one === before ? line : one)) };
    });
  },

  removeUpsell(change) {
    logAnswer(change);
    set(({ upsells }) => ({ upsells: upsells.filter(({ key }) => key !== toKey(change)) }));
  },
}));

/** Lists how the shopper's own wish ended, when `change` answers one. */
function logAnswer({ outcome, cartItemId, quantity }: UpsellChange) {
  if (outcome) log('updateCartItem', { outcome, cartItemId, quantity });
}

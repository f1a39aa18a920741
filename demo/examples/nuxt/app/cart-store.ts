import type { UpsellChange } from 'rokt-upsell/cart';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { toKey, toUpsellLine } from '../../../upsell-line.js';
import { fees, mobileTickets, money, tickets } from './shop.ts';

/** A line that the upsell put into the cart; `wanted` is the shopper's wish while the answer to it is due. */
export type UpsellLine = ReturnType<typeof toUpsellLine> & { wanted?: number; notice: string };

const NOTICES = {
  applied: () => '',
  adjusted: (quantity: number) => `The offer allows ${quantity}.`,
  refused: () => 'The offer asks for it: it has to stay as it is.',
};

/** The shop's own cart, as any shop has one: its products, and the lines of the upsell. */
export const useCart = defineStore('cart', () => {
  const products = ref([{ ...tickets }]);
  const upsells = ref<UpsellLine[]>([]);
  const delivery = ref(mobileTickets);

  const ticketCount = computed(() => products.value.reduce((sum, { quantity }) => sum + quantity, 0));
  const isEmpty = computed(() => ticketCount.value === 0);
  const count = computed(() =>
    upsells.value.reduce((sum, { quantity }) => sum + quantity, ticketCount.value),
  );
  const costs = computed(() => {
    if (isEmpty.value) return [];
    const charged = fees.map(({ name, unitPrice }) => ({
      name: `${name}, ${ticketCount.value} × ${money.format(unitPrice)}`,
      price: unitPrice * ticketCount.value,
    }));
    return [...charged, delivery.value];
  });
  const total = computed(() => {
    const lines = products.value.map(({ unitPrice, quantity }) => unitPrice * quantity);
    const prices = [
      ...lines,
      ...upsells.value.map((line) => line.totalPrice),
      ...costs.value.map((one) => one.price),
    ];
    return prices.reduce((sum, price) => sum + price, 0);
  });

  /** Sets a product's quantity within its bounds; 0 takes it out. */
  function setQuantity(productId: string, quantity: number) {
    const product = products.value.find((one) => one.productId === productId);
    if (product) product.quantity = Math.min(Math.max(quantity, 0), product.maximum);
  }

  /** The shopper's wish for an upsell, which shows the quantity that is true until it is answered. */
  function wishUpsell(key: string, quantity: number) {
    const line = upsells.value.find((one) => one.key === key);
    if (line) Object.assign(line, { wanted: quantity, notice: '' });
  }

  /** A wish came to nothing: the line says so. */
  function dropWish(cartItemId: string | undefined) {
    const line = upsells.value.find((one) => one.cartItemId === cartItemId);
    if (line)
      Object.assign(line, { wanted: undefined, notice: 'Could not be changed just now. Please try again.' });
  }

  /** The placement's word on an upsell: the line is as it says, and the shopper's wish is answered. */
  function setUpsell(change: UpsellChange) {
    const line = toUpsellLine(change, money);
    const index = upsells.value.findIndex(({ key }) => key === line.key);
    const before = upsells.value[index];
    const kept = before?.quantity === line.quantity ? before.notice : '';
    const notice = change.outcome ? NOTICES[change.outcome](line.quantity) : kept;
    upsells.value.splice(index < 0 ? upsells.value.length : index, 1, { ...line, notice });
  }

  /** The placements hold none of it any more. */
  function removeUpsell(change: UpsellChange) {
    upsells.value = upsells.value.filter(({ key }) => key !== toKey(change));
  }

  const lists = { products, upsells, delivery };
  const sums = { isEmpty, count, costs, total };
  return { ...lists, ...sums, setQuantity, wishUpsell, dropWish, setUpsell, removeUpsell };
});

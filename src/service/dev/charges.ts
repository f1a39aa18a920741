import type { Charge } from './report/charge.ts';

/** What the tests of a shop say that was paid, by account. */
export interface Charges {
  /** Takes the place of what was said of the order before. */
  set(accountId: string, charge: Charge): void;
  of(accountId: string): readonly Charge[];
  clear(accountId: string): void;
}

/** Nothing was paid at first. */
export function createCharges(): Charges {
  const all = new Map<string, Map<string, Charge>>();
  return {
    set(accountId, charge) {
      const orders = all.get(accountId) ?? new Map<string, Charge>();
      orders.set(JSON.stringify([charge.cartId, charge.orderId]), charge);
      all.set(accountId, orders);
    },
    of: (accountId) => [...(all.get(accountId)?.values() ?? [])],
    clear(accountId) {
      all.delete(accountId);
    },
  };
}

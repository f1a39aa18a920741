import {
  type CartLine,
  type CartUpsell,
  type Conflict,
  connectCart,
  type UpsellChange,
} from '../../src/cart/index.ts';
import type { ConnectCartOptions, UpsellElement } from '../../src/cart/index.ts';
import { productKey } from '../../src/model/index.ts';

/** A shop's cart as an array, connected to `element`; what it was told and what stays different are listed. */
export function connectShop(
  element: UpsellElement,
  lines: CartLine[] = [],
  {
    take = () => undefined,
    ...options
  }: ConnectCartOptions & { take?: (change: UpsellChange) => unknown } = {},
) {
  const listeners = new Set<() => void>();
  const told: UpsellChange[] = [];
  const conflicts: Conflict[] = [];
  const changed = () => listeners.forEach((listener) => listener());
  const quantity = (catalogItemId: string) =>
    lines.reduce(
      (sum, line) => (line.upsell?.catalogItemId === catalogItemId ? sum + line.quantity : sum),
      0,
    );
  const setLine = (upsell: CartUpsell, wanted: number) => {
    lines = lines.filter((line) => !line.upsell || productKey(line.upsell) !== productKey(upsell));
    if (wanted > 0) lines.push({ productId: upsell.catalogItemId, quantity: wanted, upsell });
    changed();
  };
  const tell = (change: UpsellChange): void | Promise<void> => {
    told.push(change);
    const taken = take(change);
    if (taken instanceof Promise) return taken.then(() => setLine(change, change.quantity));
    return setLine(change, change.quantity);
  };
  const cart = {
    lines: () => lines,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    setUpsell: tell,
    removeUpsell: tell,
  };
  const connect = () =>
    connectCart(element, cart, { onConflict: (conflict) => conflicts.push(conflict), ...options });
  const setProduct = (productId: string, wanted: number) => {
    lines = lines.filter((line) => line.upsell ?? line.productId !== productId);
    if (wanted > 0) lines.push({ productId, quantity: wanted });
    changed();
  };
  return { connect, disconnect: connect(), told, conflicts, quantity, setLine, setProduct, listeners };
}

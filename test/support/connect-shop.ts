import {
  type Cart,
  type CartLine,
  type Conflict,
  connectCart,
  type ConnectCartOptions,
  type LineUpsell,
  type UpsellChange,
  type UpsellElement,
} from '../../src/cart/index.ts';

export interface ShopOptions extends ConnectCartOptions {
  /** Throws, or rejects, where the shop refuses a change. */
  readonly take?: (change: UpsellChange) => unknown;
  /** When the cart is there. */
  readonly ready?: Promise<unknown>;
}

/** A shop's cart as an array, connected to `element`; what it was told and what stays different are listed. */
export function connectShop(
  element: UpsellElement,
  lines: CartLine[] = [],
  { take = () => undefined, ready, ...options }: ShopOptions = {},
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
  const setLine = (upsell: LineUpsell, wanted: number) => {
    lines = lines.filter((line) => !line.upsell || keyOf(line.upsell) !== keyOf(upsell));
    if (wanted !== 0) lines.push({ productId: upsell.catalogItemId, quantity: wanted, upsell });
    changed();
  };
  const tell = (change: UpsellChange): void | Promise<void> => {
    told.push(change);
    const taken = take(change);
    if (taken instanceof Promise) return taken.then(() => setLine(change, change.quantity));
    return setLine(change, change.quantity);
  };
  const cart: Cart = {
    lines: () => lines,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    setUpsell: tell,
    removeUpsell: tell,
    ready,
  };
  const connectTo = (other: UpsellElement) =>
    connectCart(other, cart, { onConflict: (conflict) => conflicts.push(conflict), ...options });
  const connect = () => connectTo(element);
  const setProduct = (productId: string | number, wanted: number) => {
    lines = lines.filter((line) => line.upsell ?? line.productId !== productId);
    if (wanted !== 0) lines.push({ productId, quantity: wanted });
    changed();
  };
  /** The cart becomes another one, all at once. */
  const load = (loaded: CartLine[]) => {
    lines = loaded;
    changed();
  };
  const kinds = () => conflicts.map(({ kind }) => kind);
  const parts = { connect, connectTo, disconnect: connect(), told, conflicts, kinds, quantity };
  return { ...parts, setLine, setProduct, load, listeners };
}

/** What a shop's own code finds its line by. */
function keyOf({ catalogItemId, linkedProductId }: LineUpsell): string {
  return `${catalogItemId}|${linkedProductId ?? ''}`;
}

import type { Cart, CartLine, UpsellChange } from '../../src/cart/index.ts';

/** `lines` with the upsell of `change` at its quantity. */
export function withUpsell(lines: readonly CartLine[], change: UpsellChange): CartLine[] {
  const { cartItemId, catalogItemId, linkedProductId, quantityMustBeSynchronized, quantity } = change;
  const upsell = { cartItemId, catalogItemId, linkedProductId, quantityMustBeSynchronized };
  const others = lines.filter(
    (line) => line.upsell?.catalogItemId !== catalogItemId || line.upsell.linkedProductId !== linkedProductId,
  );
  return quantity > 0 ? [...others, { productId: catalogItemId, quantity, upsell }] : others;
}

/** A Redux store as `connectCart` takes it; its reducer has the action `{type: 'cart/lines', lines}`. */
export function cartOfRedux(store: {
  getState(): { readonly lines: readonly CartLine[] };
  dispatch(action: { type: 'cart/lines'; lines: CartLine[] }): unknown;
  subscribe(listener: () => void): () => void;
}) {
  const lines = () => store.getState().lines;
  const take = (change: UpsellChange) => {
    store.dispatch({ type: 'cart/lines', lines: withUpsell(lines(), change) });
  };
  const subscribe = (listener: () => void) => store.subscribe(listener);
  return { lines, subscribe, setUpsell: take, removeUpsell: take } satisfies Cart;
}

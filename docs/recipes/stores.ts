import type { Cart, CartLine, UpsellChange } from '../../src/cart/index.ts';

/** `lines` with the upsell of `change` at its quantity: what each recipe puts into its store. */
export function withUpsell(lines: readonly CartLine[], change: UpsellChange): CartLine[] {
  const { cartItemId, catalogItemId, linkedProductId, quantityMustBeSynchronized, quantity } = change;
  const upsell = { cartItemId, catalogItemId, linkedProductId, quantityMustBeSynchronized };
  const others = lines.filter(
    (line) => line.upsell?.catalogItemId !== catalogItemId || line.upsell.linkedProductId !== linkedProductId,
  );
  return quantity > 0 ? [...others, { productId: catalogItemId, quantity, upsell }] : others;
}

function toCart(
  get: () => readonly CartLine[],
  set: (lines: CartLine[]) => void,
  subscribe: Cart['subscribe'],
): Cart {
  const take = (change: UpsellChange) => set(withUpsell(get(), change));
  return { lines: get, subscribe, setUpsell: take, removeUpsell: take };
}

/** Redux: a reducer with the action `{type: 'cart/lines', lines}`. */
export function cartOfRedux(store: {
  getState(): { readonly lines: readonly CartLine[] };
  dispatch(action: { type: 'cart/lines'; lines: CartLine[] }): unknown;
  subscribe(listener: () => void): () => void;
}): Cart {
  const set = (lines: CartLine[]) => void store.dispatch({ type: 'cart/lines', lines });
  return toCart(
    () => store.getState().lines,
    set,
    (listener) => store.subscribe(listener),
  );
}

/** Zustand: a store whose state has `lines`. */
export function cartOfZustand(store: {
  getState(): { readonly lines: readonly CartLine[] };
  setState(state: { lines: CartLine[] }): void;
  subscribe(listener: () => void): () => void;
}): Cart {
  const set = (lines: CartLine[]) => store.setState({ lines });
  return toCart(
    () => store.getState().lines,
    set,
    (listener) => store.subscribe(listener),
  );
}

/** Pinia: a store whose state has `lines`; `{flush: 'sync'}`, so that a change is heard in its own task. */
export function cartOfPinia(store: {
  lines: readonly CartLine[];
  $subscribe(listener: () => void, options: { flush: 'sync'; detached: true }): () => void;
}): Cart {
  const set = (lines: CartLine[]) => {
    store.lines = lines;
  };
  return toCart(
    () => store.lines,
    set,
    (listener) => store.$subscribe(listener, { flush: 'sync', detached: true }),
  );
}

/** Svelte: a writable of lines. */
export function cartOfSvelte(store: {
  set(lines: readonly CartLine[]): void;
  subscribe(run: (lines: readonly CartLine[]) => void): () => void;
}): Cart {
  const get = () => {
    let lines: readonly CartLine[] = [];
    store.subscribe((now) => (lines = now))();
    return lines;
  };
  return toCart(
    get,
    (lines) => store.set(lines),
    (listener) => store.subscribe(() => listener()),
  );
}

/** Angular: a writable signal of lines; `watch` is `(run) => effect(run, {injector})`. */
export function cartOfSignal(
  lines: (() => readonly CartLine[]) & { set(lines: readonly CartLine[]): void },
  watch: (run: () => void) => { destroy(): void },
): Cart {
  const subscribe = (listener: () => void) => {
    const effect = watch(() => {
      lines();
      listener();
    });
    return () => effect.destroy();
  };
  return toCart(lines, (next) => lines.set(next), subscribe);
}

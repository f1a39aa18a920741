import { type CartItem, linkedProductQuantity, productKey } from '../model/index.ts';
import type { Cart, CartUpsell, Conflict, ConnectCartOptions, UpsellElement } from './cart.ts';
import { handHeldItems } from './hand-held-items.ts';
import { createItemAlignment, type ItemAlignment, type ItemNow, type Sides } from './item-alignment.ts';
import { type BothCarts, readCarts } from './read-carts.ts';

/** Ends the connection that an element has: it has one cart. */
const connections = new WeakMap<UpsellElement, () => void>();

/**
 * Keeps the page's own `cart` and the upsells of `element` aligned, until the result is called.
 *
 * What the placements say is told to the cart; what the shopper changes in the cart is asked of the placements; linked
 * upsells follow their product. What stays different, and what fails, is told once by `onConflict`; nothing is thrown.
 * The element may be upgraded later; the cart has to be loaded, since an upsell whose product is not in it goes.
 * Connecting an element again ends its earlier connection.
 */
export function connectCart(
  element: UpsellElement,
  cart: Cart,
  options: ConnectCartOptions = {},
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const connected = { signal };
  const alignments = new Map<string, ItemAlignment>();
  /** Each item as a placement told it last, also in an earlier selection: its id is the last known one. */
  const items = new Map<string, CartItem>();
  /** What lines said of items that no placement has told. */
  const unnamed = new Map<string, CartUpsell>();
  /** What this selection has named; it holds none of it, unless it says so. */
  const named = new Map<string, 0>();
  let stop: (() => void) | undefined;
  let isAligning = false;
  let isScheduled = false;
  let hasFailed = false;

  const report = (conflict: Conflict) => {
    try {
      if (!signal.aborted) options.onConflict?.(conflict);
    } catch {
      // A listener that fails must not stop a checkout.
    }
  };

  /** Runs code of the page's; what it throws is told once, until it works again. */
  const attempt = (act: () => void) => {
    try {
      act();
      hasFailed = false;
    } catch (error) {
      if (!hasFailed) report({ kind: 'cart-failed', error });
      hasFailed = true;
    }
  };

  const sides: Sides = {
    ask: (cartItemId, quantity) => element.updateCartItem({ cartItemId, quantity }, connected),
    tell: (change) => (change.quantity > 0 ? cart.setUpsell(change) : cart.removeUpsell(change)),
    report,
    isReady: () => element.phase === 'ready',
    done: align,
  };

  /** @param seen what the page's cart has of it without that being a wish: nothing, once it is connected */
  const alignmentOf = (key: string, seen = 0) => {
    let alignment = alignments.get(key);
    if (!alignment) alignments.set(key, (alignment = createItemAlignment(seen, sides)));
    return alignment;
  };

  function align(): void {
    isScheduled = false;
    if (signal.aborted) return;
    // What a step causes at once is seen by the next round.
    if (isAligning) return schedule();
    isAligning = true;
    attempt(() => {
      const carts = readCarts(element, cart);
      handHeldItems(element, carts.upsells.values());
      for (const [key, item] of carts.held) items.set(key, item);
      for (const [key, { upsell }] of carts.upsells) unnamed.set(key, upsell);
      for (const key of new Set([...unnamed.keys(), ...items.keys()])) {
        alignmentOf(key)(situationOf(key, carts));
      }
    });
    isAligning = false;
  }

  /** Changes of one task count once. */
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(align);
  };

  const situationOf = (key: string, { products, upsells, held }: BothCarts): ItemNow => {
    const line = upsells.get(key);
    const item = items.get(key);
    const { cartItemId, catalogItemId, linkedProductId, quantityMustBeSynchronized } = (item ??
      unnamed.get(key)) as CartUpsell;
    const upsell = { cartItemId, catalogItemId, linkedProductId, quantityMustBeSynchronized };
    const { policy } = options;
    return {
      upsell,
      item,
      line: line?.quantity ?? 0,
      placed: held.get(key)?.quantity ?? named.get(key),
      product: linkedProductQuantity(products, upsell),
      policy:
        typeof policy === 'function' ? policy(upsell) : quantityMustBeSynchronized ? 'synchronized' : policy,
      phase: element.phase,
      version: JSON.stringify(item),
      hasId: line?.upsell.cartItemId === cartItemId,
    };
  };

  const end = () => {
    ending.abort();
    attempt(() => stop?.());
    // The next order does not begin with this one's upsells.
    handHeldItems(element, []);
  };

  connections.get(element)?.();
  connections.set(element, end);
  element.addEventListener(
    'cart-item-updated',
    ({ detail }) => {
      const item = (detail.cartItem ?? detail.oldCartItem) as CartItem;
      const key = productKey(item);
      items.set(key, item);
      named.set(key, 0);
      align();
    },
    connected,
  );
  for (const phase of ['loading', 'ready', 'empty', 'failed', 'closed'] as const) {
    const act = () => {
      // A fresh impression has named nothing yet.
      if (phase === 'loading') named.clear();
      align();
    };
    element.addEventListener(`placements-${phase}`, act, connected);
  }
  attempt(() => {
    stop = cart.subscribe(schedule);
    for (const [key, { upsell, quantity }] of readCarts(element, cart).upsells) {
      unnamed.set(key, upsell);
      alignmentOf(key, quantity);
    }
  });
  if (!(element as Partial<UpsellElement>).phase) {
    void customElements.whenDefined(element.localName).then(schedule);
  }
  schedule();
  return end;
}

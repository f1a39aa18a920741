import {
  type CartItem,
  type LinkedPolicy,
  linkedProductQuantity,
  productKey,
  updatedItem,
} from '../model/index.ts';
import type { Cart, CartUpsell, Conflict, ConnectCartOptions, UpsellElement } from './cart.ts';
import { type AlignmentOptions, ItemAlignment, type ItemNow } from './item-alignment.ts';
import { type BothCarts, readCarts } from './read-carts.ts';
import { tellCartItems } from './tell-cart-items.ts';

/** The connection of each element: an element has one cart. */
const connections = new WeakMap<UpsellElement, CartConnection>();

/**
 * Keeps the page's own `cart` and the upsells of `element` aligned, until the result is called.
 *
 * What the placements say is told to the cart; what the shopper changes in the cart is asked of the placements; linked
 * upsells follow their product. What stays different is told once by `onConflict`. The element may be upgraded later;
 * the cart has to be loaded, since an upsell whose product is not in it goes. Connecting an element again ends its
 * earlier connection.
 *
 * @throws {TypeError} when `cart` lacks a method
 */
export function connectCart(
  element: UpsellElement,
  cart: Cart,
  options: ConnectCartOptions = {},
): () => void {
  for (const name of ['lines', 'subscribe', 'setUpsell', 'removeUpsell'] as const) {
    if (typeof cart[name] !== 'function') throw new TypeError(`cart.${name}: expected a function`);
  }
  connections.get(element)?.end();
  const connection = new CartConnection(element, cart, options);
  connections.set(element, connection);
  return () => connection.end();
}

class CartConnection {
  readonly #element: UpsellElement;
  readonly #cart: Cart;
  readonly #options: ConnectCartOptions;
  readonly #ending = new AbortController();
  readonly #alignments = new Map<string, ItemAlignment>();
  /** Each item as a placement told it last, also in an earlier selection: its id is the last known one. */
  readonly #items = new Map<string, CartItem>();
  /** What lines said of items that no placement has told. */
  readonly #lines = new Map<string, CartUpsell>();
  /** What this selection has named. */
  readonly #named = new Set<string>();
  readonly #sides: AlignmentOptions = {
    ask: (cartItemId, quantity) =>
      this.#element.updateCartItem({ cartItemId, quantity }, { signal: this.#ending.signal }),
    tell: (change) => (change.quantity > 0 ? this.#cart.setUpsell(change) : this.#cart.removeUpsell(change)),
    report: (conflict) => this.#ending.signal.aborted || this.#report(conflict),
    isReady: () => this.#element.phase === 'ready',
    done: () => this.#align(),
  };
  #stop: (() => void) | undefined;
  #isAligning = false;
  #isScheduled = false;
  #hasFailed = false;

  constructor(element: UpsellElement, cart: Cart, options: ConnectCartOptions) {
    this.#element = element;
    this.#cart = cart;
    this.#options = options;
    const { signal } = this.#ending;
    element.addEventListener(
      'cart-item-updated',
      ({ detail }) => {
        this.#name(detail.cartItem ?? updatedItem(detail));
        this.#align();
      },
      { signal },
    );
    element.addEventListener('placements-loading', () => this.#renew(), { signal });
    for (const type of ['ready', 'empty', 'failed', 'closed'] as const) {
      element.addEventListener(`placements-${type}`, () => this.#align(), { signal });
    }
    this.#try(() => {
      this.#stop = cart.subscribe(() => this.#schedule());
      for (const [key, { quantity }] of readCarts(element, cart).upsells) this.#alignmentOf(key, quantity);
    });
    if (typeof (element as Partial<UpsellElement>).updateCartItem !== 'function') {
      void customElements.whenDefined(element.localName).then(() => this.#schedule());
    }
    this.#schedule();
  }

  end(): void {
    if (this.#ending.signal.aborted) return;
    this.#ending.abort();
    this.#try(() => this.#stop?.());
  }

  #name(item: CartItem): void {
    const key = productKey(item);
    this.#items.set(key, item);
    this.#named.add(key);
  }

  /** A fresh impression knows nothing yet, and what an earlier one refused counts no more. */
  #renew(): void {
    this.#named.clear();
    for (const alignment of this.#alignments.values()) alignment.renew();
    this.#schedule();
  }

  /** Changes of one task count once. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.#align();
    });
  }

  #align(): void {
    if (this.#ending.signal.aborted) return;
    // What a step causes at once is seen by the next round.
    if (this.#isAligning) return this.#schedule();
    this.#isAligning = true;
    this.#try(() => {
      const carts = readCarts(this.#element, this.#cart);
      tellCartItems(this.#element, carts.upsells.values());
      for (const [key, item] of carts.held) this.#items.set(key, item);
      for (const [key, { upsell }] of carts.upsells) this.#lines.set(key, upsell);
      const keys = new Set([...this.#alignments.keys(), ...carts.upsells.keys(), ...carts.held.keys()]);
      for (const key of keys) this.#alignmentOf(key).align(this.#situationOf(key, carts));
    });
    this.#isAligning = false;
  }

  #situationOf(key: string, { products, upsells, held }: BothCarts): ItemNow {
    const line = upsells.get(key);
    const item = this.#items.get(key);
    const { cartItemId, catalogItemId, linkedProductId, quantityMustBeSynchronized } = (item ??
      this.#lines.get(key)) as CartUpsell;
    const upsell = { cartItemId, catalogItemId, linkedProductId, quantityMustBeSynchronized };
    return {
      upsell,
      item,
      line: line?.quantity ?? 0,
      placed: held.get(key)?.quantity ?? (this.#named.has(key) ? 0 : undefined),
      product: linkedProductQuantity(products, upsell),
      policy: this.#policyOf(upsell),
      phase: this.#element.phase,
      version: item ? [cartItemId, item.quantity, item.unitPrice, item.totalPrice].join() : '',
      hasId: line?.upsell.cartItemId === cartItemId,
    };
  }

  #policyOf(upsell: CartUpsell): LinkedPolicy {
    const { policy = 'independent' } = this.#options;
    if (typeof policy === 'function') return policy(upsell);
    return upsell.quantityMustBeSynchronized ? 'synchronized' : policy;
  }

  /** @param seen what the page's cart has of it without that being a wish: nothing, once it is connected */
  #alignmentOf(key: string, seen = 0): ItemAlignment {
    let alignment = this.#alignments.get(key);
    if (!alignment) this.#alignments.set(key, (alignment = new ItemAlignment(seen, this.#sides)));
    return alignment;
  }

  /** Runs code of the page's; what it throws is told once, until it works again. */
  #try(act: () => void): void {
    try {
      act();
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed) this.#report({ kind: 'cart-failed', error });
      this.#hasFailed = true;
    }
  }

  #report(conflict: Conflict): void {
    try {
      this.#options.onConflict?.(conflict);
    } catch {
      // A listener that fails must not stop a checkout.
    }
  }
}

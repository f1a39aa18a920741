import type { CartItemUpdatedDetail, UpdateResult, UpdateWish } from '../element/index.ts';
import type { CartItem, HeldItem, UpsellPhase } from '../model/index.ts';
import type { CartUpsell, ConnectCartOptions, UpsellElement } from './cart.ts';
import { type ItemKey, nameOfFrozen } from './item-key.ts';

/** Who hears what an element tells. */
export interface ElementListener {
  /** A placement has said something of an item. */
  told(key: ItemKey, item: CartItem, isChange: boolean): void;
  /** A selection has begun. */
  begun(): void;
  /** Something is different from before. */
  changed(): void;
}

/** How long a hosted selection that is ready may still announce what it holds under ids that nobody knows, ms. */
const OPENING = 250;

/** What an element knows items by, for as long as it lives: of its selections and of earlier connections. */
const namesOf = new WeakMap<UpsellElement, Map<ItemKey, CartUpsell>>();

/** One element of a cart, and what its placements have said. */
export class ConnectedElement {
  readonly element: UpsellElement;
  readonly options: ConnectCartOptions;
  /** What the running selection has named; it holds none of it, unless `cartItems` says so. */
  readonly named = new Set<ItemKey>();
  /** What shopper or page have decided on in the running selection. */
  readonly touched = new Set<ItemKey>();
  readonly #names: Map<ItemKey, CartUpsell>;
  readonly #end = new AbortController();
  #isOpening = false;
  #opening: ReturnType<typeof setTimeout> | undefined;
  /** What its next selection is told that the cart holds. */
  #handed: readonly HeldItem[] | undefined;

  constructor(element: UpsellElement, options: ConnectCartOptions, listener: ElementListener) {
    this.element = element;
    this.options = options;
    this.#names = namesOf.get(element) ?? new Map<ItemKey, CartUpsell>();
    namesOf.set(element, this.#names);
    const { signal } = this.#end;
    const changed = () => listener.changed();
    element.addEventListener(
      'cart-item-updated',
      ({ detail }) => {
        this.#note(detail, listener);
        changed();
      },
      { signal },
    );
    element.addEventListener('placements-loading', () => this.#begin(listener), { signal });
    element.addEventListener('placements-ready', () => this.#open(changed), { signal });
    for (const phase of ['loading', 'ready', 'empty', 'failed', 'closed'] as const) {
      element.addEventListener(`placements-${phase}`, changed, { signal });
    }
    if (this.phase === undefined) void customElements.whenDefined(element.localName).then(changed);
  }

  /** Until it is upgraded an element has no phase, nor any other property. */
  get phase(): UpsellPhase | undefined {
    return (this.element as Partial<UpsellElement>).phase;
  }

  get cartItems(): readonly CartItem[] {
    return (this.element as Partial<UpsellElement>).cartItems ?? [];
  }

  /** True while it has placements, or will have. */
  get isRunning(): boolean {
    return this.phase === 'loading' || this.phase === 'ready';
  }

  /** True when its selection has named what it holds, if it was going to. */
  get hasOpened(): boolean {
    return this.phase === 'ready' && !this.#isOpening;
  }

  /** True when it can be asked for an item: what was named while it loads it is sent once it is ready. */
  isOpenTo(key: ItemKey): boolean {
    return this.hasOpened || (this.isRunning && this.named.has(key));
  }

  /** Asks for a quantity of an item by its id. */
  ask(cartItemId: string, quantity: number): Promise<UpdateResult> {
    return this.#ask({ cartItemId, quantity });
  }

  /**
   * Asks for a quantity of what the element does not hold: by the id it knows it by, else by the product, which our own
   * launcher and the element know, else by the id of an earlier visit, which a placement may remember.
   */
  async askAnew(key: ItemKey, upsell: CartUpsell, quantity: number): Promise<UpdateResult> {
    const { cartItemId, catalogItemId, linkedProductId } = upsell;
    const known = this.#names.get(key);
    if (known) return this.ask(known.cartItemId, quantity);
    const isOwn = this.element.servedBy === 'offers';
    // Of any other launcher a lone item is meant, whatever it is linked to.
    if (linkedProductId === undefined && !isOwn) return this.ask(cartItemId, quantity);
    const product = linkedProductId === undefined ? { catalogItemId } : { catalogItemId, linkedProductId };
    try {
      return await this.#ask({ ...product, quantity });
    } catch (error) {
      // To our own launcher an id says nothing that the product does not.
      if (isOwn || codeOf(error) !== 'unknown-item') throw error;
      return this.ask(cartItemId, quantity);
    }
  }

  /** Hands over what the cart holds, for the next selection to open with; the running one hears it item by item. */
  hand(items: readonly HeldItem[]): void {
    if (this.#handed && areEqual(this.#handed, items)) return;
    this.#handed = items;
    this.element.heldItems = Object.assign([...items], { isForNextStart: true });
  }

  /** Ends the connection: the next order does not begin with this one's upsells. */
  end(): void {
    clearTimeout(this.#opening);
    this.#end.abort();
    this.hand([]);
  }

  get hasEnded(): boolean {
    return this.#end.signal.aborted;
  }

  /** Who is connected no more asks nothing. */
  async #ask(wish: UpdateWish): Promise<UpdateResult> {
    const { signal } = this.#end;
    signal.throwIfAborted();
    return this.element.updateCartItem(wish, { signal });
  }

  #begin(listener: ElementListener): void {
    this.#isOpening = true;
    clearTimeout(this.#opening);
    this.named.clear();
    this.touched.clear();
    for (const held of (this.element as Partial<UpsellElement>).heldItems ?? []) {
      const name = nameOfFrozen(held);
      if (name && !this.#names.has(name.key)) this.#names.set(name.key, name.upsell);
    }
    // The next start is told anew, also where nothing has changed since.
    this.#handed = undefined;
    listener.begun();
  }

  /** Our own launcher has named all that it opens with; Rokt's placements may not have spoken yet. */
  #open(changed: () => void): void {
    const opened = () => {
      this.#isOpening = false;
      changed();
    };
    if (this.element.servedBy === 'offers') this.#isOpening = false;
    else this.#opening = setTimeout(opened, OPENING);
  }

  #note({ cartItem, oldCartItem, change, origin }: CartItemUpdatedDetail, listener: ElementListener): void {
    const item = cartItem ?? oldCartItem;
    const name = item && nameOfFrozen(item);
    if (!name) return;
    const { key, upsell } = name;
    const isChange = change !== 'unchanged';
    this.named.add(key);
    this.#names.set(key, upsell);
    const isDecided = origin === 'shopper' || origin === 'page' || (origin === 'placement' && this.hasOpened);
    if (isChange && isDecided) this.touched.add(key);
    listener.told(key, item, isChange);
  }
}

/** The code of an UpsellError, if it is one. */
export function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null)?.code;
}

function areEqual(some: readonly HeldItem[], others: readonly HeldItem[]): boolean {
  return (
    some.length === others.length &&
    some.every((held, index) => {
      const other = others[index];
      return (
        held.cartItemId === other?.cartItemId &&
        held.catalogItemId === other.catalogItemId &&
        held.linkedProductId === other.linkedProductId &&
        held.quantity === other.quantity
      );
    })
  );
}

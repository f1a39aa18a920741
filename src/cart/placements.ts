import type { CartItemUpdatedDetail, UpdateResult } from '../element/index.ts';
import type { CartItem } from '../model/index.ts';
import type { CartUpsell, UpsellElement } from './cart.ts';
import { type ItemKey, nameOfFrozen } from './item-key.ts';
import type { Sides } from './item-state.ts';

/** How long a hosted selection that is ready may still announce what it holds, under ids that nobody knows, ms. */
const OPENING = 250;

/** An item that a placement holds, and in which element. */
export interface Placed {
  readonly element: UpsellElement;
  readonly cartItem: CartItem;
}

/** The placements of all elements that are connected to one cart. */
export class Placements {
  /** What they said last of each item that was a change, or the first time. */
  readonly words = new Map<ItemKey, CartItem>();
  /** What the running selection has named; it holds none of it, unless the elements say so. */
  readonly named = new Set<ItemKey>();
  /** What shopper or page have decided on in it. */
  readonly touched = new Set<ItemKey>();
  /** True once a selection has begun, until somebody has taken note of it. */
  hasBegun = false;
  readonly #elements = new Map<UpsellElement, AbortController>();
  readonly #changed: () => void;
  #isOpening = false;
  #opening: ReturnType<typeof setTimeout> | undefined;

  /** @param changed is told when something is different from before */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get elements(): readonly UpsellElement[] {
    return [...this.#elements.keys()];
  }

  join(element: UpsellElement): void {
    const end = new AbortController();
    const { signal } = end;
    this.#elements.set(element, end);
    element.addEventListener('cart-item-updated', ({ detail }) => this.#hear(detail), { signal });
    for (const phase of ['loading', 'ready', 'empty', 'failed', 'closed'] as const) {
      element.addEventListener(`placements-${phase}`, () => this.#enter(phase, element), { signal });
    }
    if (!phaseOf(element)) void customElements.whenDefined(element.localName).then(this.#changed);
  }

  leave(element: UpsellElement): void {
    this.#elements.get(element)?.abort();
    this.#elements.delete(element);
    clearTimeout(this.#opening);
    this.#isOpening = false;
  }

  /** What is held, by key; of one product what changed last is the last. */
  read(): ReadonlyMap<ItemKey, readonly Placed[]> {
    const read = new Map<ItemKey, Placed[]>();
    for (const element of this.elements) {
      // Until it is upgraded an element has no property at all.
      for (const cartItem of (element as Partial<UpsellElement>).cartItems ?? []) {
        const key = nameOfFrozen(cartItem)?.key ?? '';
        const others = read.get(key) ?? [];
        const isNewest = this.words.get(key)?.cartItemId !== others.at(-1)?.cartItem.cartItemId;
        others.splice(isNewest ? others.length : -1, 0, { element, cartItem });
        read.set(key, others);
      }
    }
    return read;
  }

  /** Whether these elements can be asked: once they have opened, and have asked themselves for what they held before. */
  accessTo(elements: readonly UpsellElement[]): Sides['access'] {
    const phases = elements.map(phaseOf);
    const isReady = phases.includes('ready');
    if (isReady && !this.#isOpening) return 'open';
    if (isReady || phases.includes('loading')) return 'opening';
    return phases.includes('idle') || phases.includes(undefined) ? 'idle' : 'over';
  }

  /** Asks an element for a quantity of an item; who is connected no more asks nothing. */
  async ask(
    element: UpsellElement,
    { cartItemId, catalogItemId, linkedProductId }: CartUpsell,
    quantity: number,
  ): Promise<UpdateResult> {
    const signal = this.#elements.get(element)?.signal ?? AbortSignal.abort();
    signal.throwIfAborted();
    // Our own launcher knows what it offers by the product; an id of another visit, or tab, says nothing to it.
    const isOwn = element.servedBy === 'offers';
    const wish = isOwn ? { catalogItemId, linkedProductId, quantity } : { cartItemId, quantity };
    return element.updateCartItem(wish, { signal });
  }

  #enter(phase: string, { servedBy }: UpsellElement): void {
    if (phase === 'loading') {
      this.named.clear();
      this.touched.clear();
      this.hasBegun = true;
      this.#isOpening = true;
    }
    clearTimeout(this.#opening);
    const opened = () => {
      this.#isOpening = false;
      this.#changed();
    };
    // Our own launcher has named all that it opens with; Rokt's placements may not have spoken yet.
    if (phase === 'ready' && servedBy === 'offers') return opened();
    if (phase === 'ready') this.#opening = setTimeout(opened, OPENING);
    this.#changed();
  }

  #hear({ cartItem, oldCartItem, change, origin }: CartItemUpdatedDetail): void {
    const item = (cartItem ?? oldCartItem) as CartItem;
    const key = nameOfFrozen(item)?.key ?? '';
    const isChange = change !== 'unchanged';
    // What a selection names first, while it opens, nobody has decided on.
    const isAnnounced = this.#isOpening && !this.named.has(key);
    const isDecided = origin === 'placement' ? !isAnnounced : origin === 'shopper' || origin === 'page';
    if (isChange && isDecided) this.touched.add(key);
    this.named.add(key);
    const isSame = this.words.get(key)?.cartItemId === item.cartItemId;
    // What is told once more, unchanged, is not what changed last.
    if (isChange || isSame || !this.words.has(key)) this.words.set(key, item);
    this.#changed();
  }
}

/** Undefined until the element is upgraded. */
export function phaseOf(element: UpsellElement) {
  return (element as Partial<UpsellElement>).phase;
}

/** How many there are of it in all. */
export function sumOf(placed: readonly Placed[] = []): number {
  return placed.reduce((sum, { cartItem }) => sum + cartItem.quantity, 0);
}

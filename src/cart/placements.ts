import type { CartItemUpdatedDetail, UpdateResult } from '../element/index.ts';
import type { CartItem } from '../model/index.ts';
import type { CartUpsell, UpsellElement } from './cart.ts';
import { type ItemKey, knowItem } from './item-key.ts';
import type { Sides } from './item-state.ts';

/** How long a hosted selection that is ready may still announce what it holds, under ids that nobody knows, ms. */
const OPENING = 250;

/** An item that a placement holds, and in which element. */
export interface Placed {
  readonly element: UpsellElement;
  readonly cartItem: CartItem;
}

/** What placements have said of an item in the running selection. */
interface Word {
  /** As it was when it changed last, or when it was named. */
  readonly cartItem?: CartItem | undefined;
  /** True once shopper or page have decided on it. */
  readonly isDecided?: boolean;
}

/** The placements of all elements that are connected to one cart. */
export class Placements {
  /** How many selections have begun. */
  selection = 0;
  /** What the running one has named; it holds none of it, unless the elements say so. */
  readonly words = new Map<ItemKey, Word>();
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
    // What the others are to hold is as the cart says.
    this.words.clear();
    this.#endOpening();
  }

  /** What is held, by key; of one product what changed last is the last. */
  read(): ReadonlyMap<ItemKey, readonly Placed[]> {
    const read = new Map<ItemKey, Placed[]>();
    for (const element of this.elements) {
      // Until it is upgraded an element has no property at all.
      for (const cartItem of (element as Partial<UpsellElement>).cartItems ?? []) {
        const { key } = knowItem(cartItem);
        const others = read.get(key) ?? [];
        const newest = this.words.get(key)?.cartItem?.cartItemId;
        const isNewest = newest === undefined || newest !== others.at(-1)?.cartItem.cartItemId;
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

  /**
   * Asks for `wanted` of an item in all: where it changed last, and elsewhere for what is still too much. What nobody holds is
   * asked of one element after another, until one has a word on it. The result is that of the last one asked.
   */
  async ask(key: ItemKey, upsell: CartUpsell, wanted: number): Promise<UpdateResult> {
    const held = this.read().get(key);
    const ready = this.elements.filter(({ phase }) => phase === 'ready').reverse();
    const targets = held ? [...held] : ready.map((element) => ({ element, cartItem: upsell }));
    for (;;) {
      const { element, cartItem } = targets.pop() as (typeof targets)[number];
      const rest = this.read()
        .get(key)
        ?.filter((one) => one.cartItem.cartItemId !== cartItem.cartItemId);
      try {
        const result = await this.#askOne(element, cartItem, Math.max(0, wanted - sumOf(rest)));
        const isTooMuch = held && sumOf(this.read().get(key)) > wanted;
        if (targets.length > 0 && !result.cartItem && (isTooMuch || !held)) continue;
        // An answer is a word on the item, also where the placement knows nothing of it.
        if (!this.words.has(key)) this.words.set(key, {});
        return result;
      } catch (error) {
        if (targets.length === 0 || codeOf(error) !== 'unknown-item') throw error;
      }
    }
  }

  /** Who is connected no more asks nothing. */
  async #askOne(
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
    // Our own launcher has named all that it opens with; Rokt's placements may not have spoken yet.
    const isHosted = servedBy !== 'offers';
    this.#endOpening();
    if (phase === 'loading') {
      this.words.clear();
      this.selection += 1;
      this.#isOpening = true;
    } else if (phase === 'ready' && isHosted) {
      this.#isOpening = true;
      this.#opening = setTimeout(() => {
        this.#endOpening();
        this.#changed();
      }, OPENING);
    }
    this.#changed();
  }

  #endOpening(): void {
    this.#isOpening = false;
    clearTimeout(this.#opening);
  }

  #hear({ cartItem, oldCartItem, change, origin }: CartItemUpdatedDetail): void {
    const item = (cartItem ?? oldCartItem) as CartItem;
    const { key } = knowItem(item);
    const before = this.words.get(key);
    const isChange = change !== 'unchanged';
    // What a selection names first, while it opens, nobody has decided on.
    const isAnnounced = this.#isOpening && !before;
    const isOfSomebody = origin === 'placement' ? !isAnnounced : origin === 'shopper' || origin === 'page';
    const isDecided = before?.isDecided === true || (isChange && isOfSomebody);
    // What is told once more, unchanged, is not what changed last.
    const isNews = isChange || before?.cartItem?.cartItemId === item.cartItemId;
    this.words.set(key, { cartItem: isNews ? item : (before?.cartItem ?? item), isDecided });
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

/** The code of an UpsellError, if it is one. */
export function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null)?.code;
}

import {
  type CartItem,
  type CartItemOrigin,
  type CartItemUpdate,
  changeBetween,
  type Consent,
  heldItem,
  initialUpsellState,
  nextUpsellState,
  type ServedBy,
  type UpsellFact,
  type UpsellState,
} from '../model/index.ts';
import { FactEvent } from './fact-event.ts';
import type { Item } from './item.ts';
import { ItemBook } from './item-book.ts';
import type { OpenSelection } from './open-selection.ts';
import { type WhenRefused, trackChange } from './page-work.ts';
import { createTurns } from './turns.ts';
import type { UpdateRequest } from './update-request.ts';
import type { UpdateResult } from './update-wish.ts';

/** Why an item is told. */
export interface ItemCause {
  readonly origin: CartItemOrigin;
  readonly consent?: Consent | undefined;
  /** The launcher that named it; else who named it before. */
  readonly servedBy?: ServedBy;
  /** The request that it answers. */
  readonly asked?: UpdateRequest | undefined;
  /** The message that told it. */
  readonly update?: CartItemUpdate;
}

/** The state of one upsell, and its items: each fact makes one new state and one event, here and nowhere else. */
export class Ledger {
  readonly items = new ItemBook((item) => this.held(item) !== null);
  /** Does something when nothing is being told. */
  readonly inTurn = createTurns();
  /** What a launcher has opened for the newest selection, while it is open. */
  open: OpenSelection | undefined;
  readonly #dispatch: (event: FactEvent) => void;
  readonly #refused: WhenRefused;
  #state: UpsellState = initialUpsellState;

  /** @param refused is told of a change that the page's cart has refused */
  constructor(dispatch: (event: FactEvent) => void, refused: WhenRefused) {
    this.#dispatch = dispatch;
    this.#refused = refused;
  }

  get state(): UpsellState {
    return this.#state;
  }

  /** The item as it is held, or null. */
  held(item: Item | undefined): CartItem | null {
    return item ? heldItem(this.#state, item) : null;
  }

  /** How many of the item are held. */
  quantity(item: Item): number {
    return this.held(item)?.quantity ?? 0;
  }

  /** The launcher that last named the item, or else whoever serves. */
  servedBy(item: Item): ServedBy {
    const held = this.#state.items.find(({ ref }) => ref === item);
    return held?.servedBy ?? this.#state.servedBy ?? 'launcher';
  }

  /** Tells a fact that is not about an item's quantity. Call it in a turn. */
  tell(fact: UpsellFact): void {
    this.#state = nextUpsellState(this.#state, fact);
    this.#dispatch(new FactEvent(fact));
  }

  /** Tells that a wish was not fulfilled, to those who have no promise to learn it from. */
  failUpdate(wish: object, error: Error): void {
    this.inTurn(() => this.tell({ type: 'update-failed', detail: { ...wish, error } }));
  }

  /**
   * Tells what an item is now, judged against what is held of it: by that alone, since what a message says of the old item may
   * be zeroed or out of date. One at quantity 0 is gone.
   */
  tellItem(item: Item, now: CartItem | null, cause: ItemCause): void {
    const { origin, consent, asked, update } = cause;
    const held = this.held(item);
    const cartItem = now?.quantity ? now : null;
    // Of what was not held and is not, the message alone knows.
    const nameless = cartItem ? null : (update?.oldCartItem ?? update?.cartItem ?? null);
    const detail = {
      cartItem,
      oldCartItem: held ?? nameless,
      change: changeBetween(held?.quantity ?? 0, cartItem?.quantity ?? 0),
      origin,
      ...(consent && { consent }),
    };
    const servedBy = cause.servedBy ?? this.servedBy(item);
    const fact = { type: 'cart-item-updated', ref: item, servedBy, detail } as const;
    const isFinal = asked?.isRollBack === true || (origin === 'selection' && cartItem === null);
    this.#state = nextUpsellState(this.#state, fact);
    trackChange(item, detail, { open: this.open, isFinal }, this.#refused, (waitUntil) =>
      this.#dispatch(new FactEvent(fact, waitUntil)),
    );
  }

  /** Takes items out that are held, without a word of any placement. */
  drop(items: readonly Item[], origin: 'page' | 'selection'): void {
    for (const item of items) if (this.held(item)) this.tellItem(item, null, { origin });
  }

  /**
   * How a wish ends that no placement has to hear, done by now: for what is so already, and for an item to go that the running
   * selection does not know. Undefined for any other.
   */
  settleUnsent(item: Item | undefined, quantity: number, isKnown: boolean): UpdateResult | undefined {
    const held = this.held(item);
    const stands = { outcome: 'applied', answered: false, oldCartItem: held } as const;
    if (isKnown) return quantity === (held?.quantity ?? 0) ? { ...stands, cartItem: held } : undefined;
    if (!item || !held || quantity > 0) return undefined;
    this.drop([item], 'page');
    return { ...stands, cartItem: null };
  }
}

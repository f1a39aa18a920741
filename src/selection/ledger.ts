import {
  type CartItem,
  heldQuantity,
  initialUpsellState,
  type ItemRef,
  nextUpsellState,
  type UpsellFact,
  type UpsellState,
} from '../model/index.ts';
import { FactEvent } from './fact-event.ts';
import { ItemBook } from './item-book.ts';
import { toItemFact } from './item-facts.ts';
import { ItemWorks, type WorkListener } from './item-works.ts';
import type { SelectionContext } from './selection-context.ts';
import { createTurns } from './turns.ts';
import type { UpdateRequest } from './update-request.ts';

/** The state of one upsell: each fact makes one new state and one event, here and nowhere else. */
export class Ledger implements SelectionContext {
  readonly items = new ItemBook((ref) => heldQuantity(this.#state, ref) > 0);
  readonly inTurn = createTurns();
  /** What tells facts just now, to know later whether that is over. */
  selection: object = this;
  readonly #works: ItemWorks;
  readonly #dispatch: (event: FactEvent) => void;
  #state: UpsellState = initialUpsellState;

  constructor(dispatch: (event: FactEvent) => void, works: WorkListener) {
    this.#dispatch = dispatch;
    this.#works = new ItemWorks(works);
  }

  get state(): UpsellState {
    return this.#state;
  }

  tell(fact: UpsellFact, answers?: UpdateRequest): void {
    this.#state = nextUpsellState(this.#state, fact);
    if (fact.type !== 'cart-item-updated') return this.#dispatch(new FactEvent(fact));
    const { ref, detail } = fact;
    const isGone = detail.change === 'removed' && detail.origin === 'selection';
    const told = { ref, detail, selection: this.selection, isFinal: isGone || answers?.isRollBack === true };
    this.#works.track(told, (waitUntil) => this.#dispatch(new FactEvent(fact, waitUntil)));
  }

  replace(ref: ItemRef, now: CartItem | null, origin: 'page' | 'selection'): void {
    const item = this.#state.items.find((one) => one.ref === ref);
    const servedBy = item?.servedBy ?? this.#state.servedBy ?? 'launcher';
    if (item || now) this.tell(toItemFact(item?.cartItem ?? null, now, { ref, servedBy, origin }));
  }
}

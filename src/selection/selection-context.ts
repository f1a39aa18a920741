import type { CartItem, ItemRef, UpsellFact, UpsellState } from '../model/index.ts';
import type { ItemBook } from './item-book.ts';
import type { UpdateRequest } from './update-request.ts';

/** What the parts of a selection share: the state, the names of its items, and the one way to tell a fact. */
export interface SelectionContext {
  /** Which item is which, across selections. */
  readonly items: ItemBook;
  /** The state as it was told last. */
  readonly state: UpsellState;
  /**
   * Tells a fact: one new state, then one event. Call it in a turn.
   *
   * @param answers the request that it answers
   */
  tell(fact: UpsellFact, answers?: UpdateRequest): void;
  /** Does something when nothing is being told. */
  inTurn(act: () => void): void;
  /** Something else is held of an item, or nothing, without a word of any placement. */
  replace(ref: ItemRef, now: CartItem | null, origin: 'page' | 'selection'): void;
}

import type { CartItem, LinkedPolicy, UpdateOutcome } from '../model/index.ts';
import type { ConflictKind } from './cart.ts';

/** What both sides say of one item at a moment. */
export interface Sides {
  /** The quantity in the page's cart. */
  readonly line: number;
  /** The placements' quantity, all of them together; undefined while this selection has not named the item. */
  readonly placed: number | undefined;
  /** What the placements hold of it. */
  readonly items: readonly CartItem[];
  /** True when the line has the id that the placement has. */
  readonly hasId: boolean;
  /** How many of the linked product there are; undefined when it hangs on none, or nobody knows. */
  readonly product: number | undefined;
  readonly policy: LinkedPolicy | undefined;
  /** Whether a placement can be asked for it: now, soon, perhaps once a selection begins, or no more. */
  readonly access: 'open' | 'opening' | 'idle' | 'over';
}

/** What the placement has not granted, and where it stayed. */
export interface Refusal {
  readonly wanted: number;
  readonly placed: number | undefined;
}

/** What the cart was told last, and what its line was then. */
export interface Told {
  /** None for a removal. */
  readonly items: readonly CartItem[];
  /** The line afterwards; undefined once a newer answer is to be told whatever the line is. */
  readonly line: number | undefined;
  /** True when the cart refused it. */
  readonly isRefused: boolean;
}

/** What an item's state remembers, whatever is under way. */
export interface Memory {
  /** The line's quantity that is dealt with: another one is the page's wish; undefined while no placement has heard it. */
  readonly seen: number | undefined;
  readonly refusal: Refusal | undefined;
  readonly told: Told | undefined;
  /** How the page's wish ended that the next change of the cart answers. */
  readonly outcome: UpdateOutcome | undefined;
  /** Both sides as they were when their difference was reported. */
  readonly reported: string | undefined;
}

/** A wish that a placement has been asked for. */
export interface Asked {
  readonly wanted: number;
  /** Both sides as they were then. */
  readonly line: number;
  readonly placed: number | undefined;
  /** What was dealt with before it. */
  readonly seen: number | undefined;
}

/** What the cart is being told. */
export interface Telling {
  readonly quantity: number;
  readonly items: readonly CartItem[];
}

/** One item between two carts. */
export type ItemState =
  | { readonly kind: 'settled'; readonly memory: Memory }
  | { readonly kind: 'asking'; readonly memory: Memory; readonly asked: Asked }
  | { readonly kind: 'telling'; readonly memory: Memory; readonly telling: Telling }
  /** Its product has gone: the cart is told at once, while a placement is still asked for something else. */
  | {
      readonly kind: 'withdrawing';
      readonly memory: Memory;
      readonly asked: Asked;
      readonly telling: Telling;
    };

/** Something has come to its end. */
export type Outcome =
  /** A placement has said what came of the wish. */
  | { readonly type: 'answered'; readonly outcome: UpdateOutcome }
  /** Nobody has: the selection is over, no placement knows the item, or something failed. */
  | { readonly type: 'unanswered'; readonly why: 'over' | 'unknown' | 'failed'; readonly error: unknown }
  /** The cart has taken what it was told. */
  | { readonly type: 'taken' }
  | { readonly type: 'refused'; readonly error: unknown }
  /** An element with its placements was disconnected: what it holds is not missed. */
  | { readonly type: 'left' };

/** What has happened to an item, and both sides as they are by now. */
export type ItemEvent = { readonly sides: Sides } & (
  | Outcome
  | { readonly type: 'seen' }
  /** A selection has begun: what the last one refused says nothing any more. */
  | { readonly type: 'begun' }
);

/** What is to be done. */
export type Effect =
  | { readonly act: 'ask'; readonly wanted: number }
  | { readonly act: 'tell'; readonly quantity: number; readonly outcome: UpdateOutcome | undefined }
  | {
      readonly act: 'report';
      readonly kind: ConflictKind;
      readonly wanted: number;
      readonly error?: unknown;
    };

/** An item's next state, and what follows from it. */
export interface Alignment {
  readonly state: ItemState;
  readonly effects: readonly Effect[];
}

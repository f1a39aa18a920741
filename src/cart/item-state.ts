import type { LinkedPolicy, UpdateOutcome } from '../model/index.ts';
import type { ConflictKind } from './cart.ts';

/** What both sides say of one item at a moment. */
export interface Sides {
  /** The quantity in the page's cart. */
  readonly line: number;
  /** The placements' quantity, all of them together; undefined while this selection has not named the item. */
  readonly placed: number | undefined;
  /** What the placements hold of it, as text: it is another one when anything is new. */
  readonly version: string;
  /** True when the line has the id that the placement has. */
  readonly hasId: boolean;
  /** How many of the linked product there are; undefined when it hangs on none, or nobody knows. */
  readonly product: number | undefined;
  readonly policy: LinkedPolicy | undefined;
  /** How many selections have begun: what the last one refused says nothing of this one. */
  readonly selection: number;
  /** Whether a placement can be asked for it: now, soon, perhaps once a selection begins, or no more. */
  readonly access: 'open' | 'opening' | 'idle' | 'over';
}

/** What is remembered of an item, whatever is under way. */
export interface Memory {
  /** The line's quantity that is dealt with: another one is the page's wish; undefined while no placement has heard it. */
  readonly seen?: number | undefined;
  /** What a placement has not granted, where it stayed, and in which selection. */
  readonly refused?: string | undefined;
  /** The version that the cart has taken; empty for a removal. */
  readonly known?: string | undefined;
  /** The version that the cart was told last, and the line that it made of it. */
  readonly told?: string | undefined;
  /** How the page's wish ended that the next change of the cart answers. */
  readonly outcome?: UpdateOutcome | undefined;
  /** Both sides as they were when their difference was reported. */
  readonly reported?: string | undefined;
}

/** A wish that a placement has been asked for. */
export interface Asking {
  readonly kind: 'asking';
  readonly wanted: number;
  /** What is refused, if no placement knows the item. */
  readonly refused: string;
  /** True when it is the page's wish, and not what the linked product asks for. */
  readonly isWish: boolean;
}

/** What the cart is being told. */
export interface Telling {
  readonly kind: 'telling';
  readonly quantity: number;
  readonly version: string;
}

/** One item between two carts, with the one thing that is under way. */
export type ItemState = Memory & { readonly doing: { readonly kind: 'settled' } | Asking | Telling };

/** How what was under way has ended: with the placement's answer, or `applied` by the cart; else why not. */
export interface Ended {
  readonly outcome?: UpdateOutcome | undefined;
  readonly error?: unknown;
}

/** Both sides of an item as they are by now, and what has ended. */
export interface ItemEvent {
  readonly sides: Sides;
  readonly ended?: Ended | undefined;
}

/** What is to be done. */
export type Effect =
  | { readonly act: 'ask'; readonly wanted: number }
  | { readonly act: 'tell'; readonly quantity: number; readonly outcome?: UpdateOutcome | undefined }
  | {
      readonly act: 'report';
      readonly kind: ConflictKind;
      readonly wanted: number;
      readonly error?: unknown;
    };

/** An item's next state, and what follows from it. */
export interface Alignment {
  readonly state: ItemState;
  readonly effect?: Effect | undefined;
}

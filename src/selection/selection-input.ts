import type { HeldItems } from '../model/index.ts';
import type { LauncherSource, PlacementAttributes, Selection } from '../sdk/index.ts';

/** The input of one selection. */
export interface SelectionInput {
  /** New sources, tried in turn: a next one serves where one before it has failed. */
  readonly sources: () => readonly [LauncherSource, ...LauncherSource[]];
  readonly attributes: PlacementAttributes;
  readonly identifier?: string | undefined;
  /** What the page's cart holds, all of it; undefined: what was held before. */
  readonly heldItems?: HeldItems | undefined;
  /** From the start to a terminal phase, retries included, ms. */
  readonly timeout: number;
  /** From sending a request to its answer, ms. */
  readonly updateTimeout: number;
}

/** The upsell that a selection belongs to. */
export interface RunOwner {
  /** Another Rokt selection is open, or none. */
  opened(selection: Selection | undefined): void;
  /** The selection has lost its launcher and has to be started anew. */
  restart(input: SelectionInput): void;
}

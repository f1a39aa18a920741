import { expectedKind, failAs, type HeldItem } from '../model/index.ts';
import type { Launcher, PlacementAttributes, Selection } from '../sdk/index.ts';
import { type Attempt, untilSelected } from './attempt.ts';
import { closeQuietly } from './close-quietly.ts';

/** What a launcher is asked for. */
export interface Selecting {
  readonly attributes: PlacementAttributes;
  readonly identifier?: string | undefined;
  readonly heldItems: readonly HeldItem[];
}

/**
 * The selection that `launcher` opens. One that comes too late is closed and never appears.
 *
 * @param open listens to it, before any of its messages can be missed
 */
export async function openInAttempt<T>(
  attempt: Attempt,
  launcher: Launcher,
  { attributes, identifier, heldItems }: Selecting,
  open: (selection: Selection) => T,
): Promise<T> {
  // Rokt's launcher knows no held items: they are for our own alone.
  const held = attempt.source.servedBy === 'offers' ? { heldItems } : {};
  const options = { attributes, ...(identifier ? { identifier } : {}), ...held };
  const opening = async () => {
    const selection: unknown = await launcher.selectPlacements(options);
    if (!isSelection(selection))
      throw new TypeError(expectedKind('selectPlacements()', 'a Selection', selection));
    try {
      attempt.waiting.throwIfAborted();
      return open(selection);
    } catch (thrown) {
      closeQuietly(selection);
      throw thrown;
    }
  };
  return untilSelected(attempt, opening().catch(failAs('selection-rejected', 'the launcher did not select')));
}

function isSelection(value: unknown): value is Selection {
  return typeof (value as Partial<Selection> | undefined)?.getPlacements === 'function';
}

import { failAs, toUpsellError } from '../model/index.ts';
import type { Placement, Selection } from '../sdk/index.ts';
import { type Attempt, untilSelected } from './attempt.ts';
import { type Placements, type PlacementsListener, watchPlacements } from './placements.ts';

/** What has become of a selection's placements. */
export interface SettledPlacements {
  /** How many are usable; 0 when there was none to begin with. */
  readonly count: number;
  /** Why others are not. */
  readonly failures: readonly unknown[];
  /** Undefined when there was none. */
  readonly placements: Placements | undefined;
}

/**
 * The placements of `selection`, once each is ready, has failed, has closed, or has been waited for long enough.
 *
 * Rejects when there were some and none is usable, unless the shopper has closed them all, which `listener` has heard.
 */
export async function settlePlacements(
  attempt: Attempt,
  selection: Selection,
  listener: PlacementsListener,
): Promise<SettledPlacements> {
  const getting = Promise.resolve(selection.getPlacements());
  const found: readonly Placement[] = await untilSelected(
    attempt,
    getting.catch(failAs('selection-rejected', 'the selection failed')),
  );
  if (found.length === 0) return { count: 0, failures: [], placements: undefined };
  const failures: unknown[] = [];
  let isSettled = false;
  const placements = watchPlacements(found, {
    failed: (cause) => {
      if (isSettled) listener.failed(cause);
      else failures.push(cause);
    },
    allGone: () => {
      if (isSettled || failures.length === 0) listener.allGone();
    },
  });
  attempt.over.addEventListener('abort', () => placements.stop());
  await untilSelected(attempt, placements.settled).catch((thrown: unknown) => failures.push(thrown));
  const count = placements.closeLate();
  isSettled = true;
  // A placement that fails is no more than an error while there is another.
  if (count === 0) throw toUpsellError(failures[0], 'placement-failed', 'no placement is usable');
  return { count, failures, placements };
}

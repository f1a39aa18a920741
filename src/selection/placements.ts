import { toUpsellError } from '../model/index.ts';
import { type Attempt, type Placement, listen, PLACEMENT_CLOSED, PLACEMENT_FAILURE } from '../sdk/index.ts';
import { closeQuietly } from './close-quietly.ts';

/** A failure as our own launcher tells it; the body of Rokt's is not published. */
interface Failure {
  readonly body?: { readonly cause?: unknown };
}

/** Who hears what becomes of the placements. */
export interface PlacementsListener {
  /** One of them failed to load, or later. */
  failed(cause: unknown): void;
  /** The last one that was still open has closed or failed. */
  allGone(): void;
}

/** The placements of one selection: which of them are usable, and whether any is still open. */
interface Placements {
  /** Resolves once each one is ready, has failed or has closed. */
  readonly settled: Promise<unknown>;
  /** Closes those that are not ready by now, which then never appear, and counts those that are. */
  closeLate(): number;
}

/**
 * Waits for each of `placements` to be ready, to have failed or closed, for as long as `attempt` has time, and counts those that
 * are usable. Rejects with an UpsellError where there are some and none is.
 */
export async function settlePlacements(
  placements: readonly Placement[],
  attempt: Attempt,
  listener: PlacementsListener,
): Promise<number> {
  if (placements.length === 0) return 0;
  const failures: unknown[] = [];
  let isSettled = false;
  const fail = (cause: unknown) => {
    if (isSettled) listener.failed(cause);
    else failures.push(cause);
  };
  const watched = watchPlacements(placements, attempt.over, {
    failed: fail,
    allGone: () => {
      if (isSettled || failures.length === 0) listener.allGone();
    },
  });
  await attempt.while(watched.settled).catch(fail);
  const count = watched.closeLate();
  isSettled = true;
  // A placement that fails is no more than an error while there is another.
  if (count === 0) throw toUpsellError(failures[0], 'placement-failed', 'no placement is usable');
  failures.forEach((failure) => listener.failed(failure));
  return count;
}

/** Watches each of `placements` until it closes, or `over` aborts. */
function watchPlacements(
  placements: readonly Placement[],
  over: AbortSignal,
  listener: PlacementsListener,
): Placements {
  const open = new Set(placements);
  const usable = new Set<Placement>();
  over.addEventListener('abort', () => open.clear());
  const leave = (placement: Placement, tell?: () => void) => {
    usable.delete(placement);
    if (!open.delete(placement)) return;
    tell?.();
    if (open.size === 0) listener.allGone();
  };
  const fail = (placement: Placement, cause: unknown) => leave(placement, () => listener.failed(cause));
  const settle = async (placement: Placement) => {
    const heard = (name: string, act: (event: unknown) => void) =>
      new Promise<void>((resolve) => {
        listen(placement.on(name), over, (event) => resolve(act(event)));
      });
    try {
      await Promise.race([
        heard(PLACEMENT_CLOSED, () => leave(placement)),
        heard(PLACEMENT_FAILURE, (event) => fail(placement, (event as Failure).body?.cause ?? event)),
        placement.ready(),
      ]);
      if (open.has(placement)) usable.add(placement);
    } catch (cause) {
      fail(placement, cause);
    }
  };
  return {
    settled: Promise.all(placements.map(settle)),
    closeLate() {
      for (const placement of open) {
        if (usable.has(placement)) continue;
        open.delete(placement);
        closeQuietly(placement);
      }
      return usable.size;
    },
  };
}

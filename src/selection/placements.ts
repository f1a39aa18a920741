import { type Placement, listen, PLACEMENT_CLOSED, PLACEMENT_FAILURE } from '../sdk/index.ts';
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
export interface Placements {
  /** Resolves once each one is ready, has failed or has closed. */
  readonly settled: Promise<unknown>;
  /** Closes those that are not ready by now, which then never appear, and counts those that are. */
  closeLate(): number;
}

/** Watches each of `placements` until it closes, or `over` aborts. */
export function watchPlacements(
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

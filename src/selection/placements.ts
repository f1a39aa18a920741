import { type Placement, listen, PLACEMENT_CLOSED, PLACEMENT_FAILURE } from '../sdk/index.ts';

export interface PlacementsListener {
  /** One of them failed to load, or later. */
  failed(cause: unknown): void;
  /** The last one that was still open has closed. */
  allClosed(): void;
}

/** The placements of one selection: which of them are usable, and whether any is still open. */
export class Placements {
  readonly #open: Set<Placement>;
  readonly #usable = new Set<Placement>();
  readonly #stops: (() => void)[] = [];
  readonly #listener: PlacementsListener;
  /** Resolves once each one is ready or has failed. */
  readonly settled: Promise<unknown>;

  constructor(placements: readonly Placement[], listener: PlacementsListener) {
    this.#open = new Set(placements);
    this.#listener = listener;
    this.settled = Promise.all(placements.map((placement) => this.#settle(placement)));
  }

  /** How many are ready. */
  get usableCount(): number {
    return this.#usable.size;
  }

  /** Stops listening. */
  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#open.clear();
  }

  async #settle(placement: Placement): Promise<void> {
    const heard = (name: string, act: (event: unknown) => void) =>
      new Promise<void>((resolve) => {
        this.#stops.push(listen(placement.on(name), (event) => resolve(act(event))));
      });
    try {
      const closed = heard(PLACEMENT_CLOSED, () => this.#close(placement));
      const failed = heard(PLACEMENT_FAILURE, (event) => this.#fail(placement, event));
      await Promise.race([placement.ready(), closed, failed]);
      if (this.#open.has(placement)) this.#usable.add(placement);
    } catch (cause) {
      this.#fail(placement, cause);
    }
  }

  #fail(placement: Placement, cause: unknown): void {
    this.#usable.delete(placement);
    if (this.#open.delete(placement)) this.#listener.failed(cause);
  }

  #close(placement: Placement): void {
    const hadOpen = this.#open.delete(placement);
    if (hadOpen && this.#open.size === 0) this.#listener.allClosed();
  }
}

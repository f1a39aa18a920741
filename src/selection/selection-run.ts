import { toUpsellError, type UpsellError, type UpsellErrorCode, type UpsellFact } from '../model/index.ts';
import type { Launcher, LauncherSource, PlacementAttributes, Selection } from '../sdk/index.ts';
import { type Attempt, inTurn, whileWaiting } from './attempt.ts';
import { closeQuietly } from './close-quietly.ts';
import { HeldKeeper } from './held-keeper.ts';
import type { Ledger } from './ledger.ts';
import { OpenSelection } from './open-selection.ts';
import { watchPlacements } from './placements.ts';
import type { RunOwner, SelectionInput } from './selection-input.ts';

/** One selection, from its start to its end. Once it has ended it tells nothing, and what still arrives is closed. */
export class SelectionRun {
  /** What is held across it. */
  readonly held: HeldKeeper;
  /** Who serves it, or tries to. */
  source: LauncherSource;
  /** The launcher, once one was asked for; rejects as the selection does. */
  launching: Promise<Launcher> | undefined;
  /** What the launcher has opened, while it is open. */
  open: OpenSelection | undefined;
  readonly #input: SelectionInput;
  readonly #ledger: Ledger;
  readonly #owner: RunOwner;
  readonly #sources: readonly [LauncherSource, ...LauncherSource[]];
  readonly #end = new AbortController();
  #attributes: PlacementAttributes;
  #isReady = false;

  constructor(input: SelectionInput, ledger: Ledger, owner: RunOwner) {
    this.#input = input;
    this.#ledger = ledger;
    this.#owner = owner;
    this.#attributes = input.attributes;
    this.#sources = input.sources();
    this.source = this.#sources[0];
    this.held = new HeldKeeper(ledger, input.heldItems);
  }

  /** Runs; resolves at the terminal phase, or when it was ended before one. Call it in a turn. */
  async start(): Promise<void> {
    this.held.begin();
    this.#ledger.tell({ type: 'placements-loading', detail: this.#servedBy() });
    const { signal } = this.#end;
    const selecting = inTurn(
      this.#sources,
      this.#input.timeout,
      signal,
      (attempt) => this.#select(attempt),
      (thrown) => this.#inTurn(() => this.#fallBack(thrown)),
    );
    await selecting.then(
      (count) => this.#inTurn(() => this.#conclude(count)),
      (thrown: unknown) => this.#inTurn(() => this.#fail(thrown)),
    );
  }

  /** Gives `attributes` to the selection, or lets it start with them. */
  async setAttributes(attributes: PlacementAttributes): Promise<void> {
    const before = this.#attributes;
    this.#attributes = attributes;
    await this.open?.selection.setAttributes(this.#asChange(before, attributes));
  }

  /** Closes the selection and says so. */
  close(): void {
    this.#inTurn(() => {
      this.#ledger.tell({ type: 'placements-closed', detail: this.#servedBy() });
      this.end();
    });
  }

  /** Closes the selection without a word. */
  end(): void {
    this.#end.abort();
    this.#leave();
  }

  /** One source: a launcher, a selection of it, its placements; how many of them are usable. */
  async #select(attempt: Attempt): Promise<number> {
    const { source, over, timeout } = attempt;
    this.source = source;
    for (const item of this.#ledger.items.all) item.isNamed = false;
    const acquiring = source.acquire({
      signal: over,
      timeout,
      renewed: () => this.#inTurn(() => this.#restart()),
      report: (error) => this.#complain(error),
    });
    this.launching = whileWaiting(attempt, acquiring, false);
    const selection = await whileWaiting(attempt, this.#open(attempt, await this.launching));
    return this.#settle(attempt, selection);
  }

  /** Listens before any message can be missed. One that comes too late is closed and never appears. */
  async #open({ source, waiting }: Attempt, launcher: Launcher): Promise<Selection> {
    const attributes = this.#attributes;
    const { identifier, updateTimeout } = this.#input;
    const selection = await launcher.selectPlacements({
      attributes,
      ...(identifier && { identifier }),
      // Rokt's launcher knows no held items: they are for our own alone.
      ...(source.servedBy === 'offers' && { heldItems: this.held.toHeldItems() }),
    });
    try {
      waiting.throwIfAborted();
      this.open = new OpenSelection(selection, source.servedBy, updateTimeout, this.#ledger);
    } catch (thrown) {
      closeQuietly(selection);
      throw thrown;
    }
    this.#owner.opened(selection);
    if (attributes !== this.#attributes) {
      selection
        .setAttributes(this.#asChange(attributes, this.#attributes))
        .catch((thrown: unknown) => this.#complain(thrown));
    }
    return selection;
  }

  /** Waits for each placement to be ready, to have failed or closed, for as long as there is time. */
  async #settle(attempt: Attempt, selection: Selection): Promise<number> {
    const found = await whileWaiting(attempt, selection.getPlacements());
    if (found.length === 0) return 0;
    const failures: unknown[] = [];
    const fail = (cause: unknown) => {
      if (this.#isReady) this.#complain(cause, 'placement-failed');
      else failures.push(cause);
    };
    const placements = watchPlacements(found, {
      failed: fail,
      allGone: () => {
        if (this.#isReady || failures.length === 0) this.close();
      },
    });
    attempt.over.addEventListener('abort', () => placements.stop());
    await whileWaiting(attempt, placements.settled).catch(fail);
    const count = placements.closeLate();
    // A placement that fails is no more than an error while there is another.
    if (count === 0) throw toUpsellError(failures[0], 'placement-failed', 'no placement is usable');
    for (const failure of failures) this.#complain(failure, 'placement-failed');
    return count;
  }

  /** A launcher adds attributes to those it has; to our own those that the page has taken back are undefined. */
  #asChange(before: PlacementAttributes, after: PlacementAttributes): PlacementAttributes {
    if (this.source.servedBy !== 'offers') return after;
    const none = Object.fromEntries(Object.keys(before).map((name) => [name, undefined]));
    return { ...none, ...after };
  }

  /** What is held is known by now, so the page's cart is not asked again. */
  #restart(): void {
    this.#owner.restart({ ...this.#input, attributes: this.#attributes, heldItems: undefined });
  }

  #fallBack(thrown: unknown): void {
    this.held.dropNew();
    this.#complain(thrown);
    this.#leave();
  }

  #fail(thrown: unknown): void {
    this.held.dropNew();
    const error = toUpsellError(thrown, 'selection-rejected');
    this.#ledger.tell({ type: 'placements-failed', detail: { error } });
    this.end();
  }

  #conclude(count: number): void {
    const detail = this.#servedBy();
    this.#isReady = count > 0;
    // Where a hosted launcher offers nothing, nothing has taken the place of what is held.
    if (this.#isReady || detail.servedBy === 'offers') this.held.dropLost(detail.servedBy);
    if (this.#isReady) this.#ledger.tell({ type: 'placements-ready', detail: { ...detail, count } });
    else this.#ledger.tell({ type: 'placements-empty', detail });
    // Before anything that the page has waited to ask.
    if (this.#isReady && this.open) this.held.serve(this.open, this.#end.signal);
    else this.end();
  }

  #leave(): void {
    this.open?.close();
    this.open = undefined;
    this.#owner.opened(undefined);
  }

  #servedBy = () => ({ servedBy: this.source.servedBy });

  #complain(thrown: unknown, code: UpsellErrorCode = 'selection-rejected'): void {
    const error: UpsellError = toUpsellError(thrown, code);
    this.#inTurn(() => this.#ledger.tell({ type: 'upsell-error', detail: { error } } satisfies UpsellFact));
  }

  /** What has ended says nothing any more. */
  #inTurn(act: () => void): void {
    this.#ledger.inTurn(() => {
      if (!this.#end.signal.aborted) act();
    });
  }
}

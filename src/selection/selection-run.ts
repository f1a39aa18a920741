import {
  expected,
  toUpsellError,
  UpsellError,
  type UpsellErrorCode,
  type UpsellFact,
} from '../model/index.ts';
import type { Launcher, LauncherSource, Placement, PlacementAttributes, Selection } from '../sdk/index.ts';
import { closeQuietly, OpenSelection } from './open-selection.ts';
import { Placements } from './placements.ts';
import { unlessAborted } from './unless-aborted.ts';
import type { UpdateRequest } from './update-request.ts';

/** The input of one selection. */
export interface SelectionRequest {
  readonly source: LauncherSource;
  readonly attributes: PlacementAttributes;
  readonly identifier?: string | undefined;
  /** From the start to a terminal phase, retries included, ms. */
  readonly timeout: number;
  /** From sending a request to its answer, ms. */
  readonly updateTimeout: number;
}

type TerminalFact = UpsellFact & { readonly type: `placements-${'ready' | 'empty' | 'failed'}` };

/** One selection, from its start to its end. Once it has ended it reports nothing, and what still arrives is closed. */
export class SelectionRun {
  readonly #request: SelectionRequest;
  readonly #report: (fact: UpsellFact) => void;
  /** Aborts when nobody waits any more: at the deadline, or at the end. */
  readonly #waiting = new AbortController();
  readonly #failures: unknown[] = [];
  #attributes: PlacementAttributes;
  #launcher: Promise<Launcher> | undefined;
  #open: OpenSelection | undefined;
  #placements: Placements | undefined;
  #isReady = false;
  #hasEnded = false;

  /** @param report is told each fact */
  constructor(request: SelectionRequest, report: (fact: UpsellFact) => void) {
    this.#request = request;
    this.#attributes = request.attributes;
    this.#report = (fact) => {
      if (!this.#hasEnded) report(fact);
    };
  }

  /** The launcher; rejects as the selection does. */
  get launcher(): Promise<Launcher> | undefined {
    return this.#launcher;
  }

  /** Resolves at the terminal phase, or when it was ended before one. */
  async start(): Promise<void> {
    const { source, timeout } = this.#request;
    const timer = setTimeout(() => this.#waiting.abort(), timeout);
    this.#report({ type: 'placements-loading', detail: { servedBy: source.servedBy } });
    const fact = await this.#select().catch((thrown: unknown): TerminalFact => ({
      type: 'placements-failed',
      detail: { error: toUpsellError(thrown, 'selection-rejected') },
    }));
    clearTimeout(timer);
    this.#isReady = fact.type === 'placements-ready';
    this.#report(fact);
    if (!this.#isReady) this.end();
  }

  /** Sends a request when its item's turn comes. */
  request(request: UpdateRequest): void {
    this.#open?.request(request);
  }

  /** Gives `attributes` to the selection, or lets it start with them. */
  async setAttributes(attributes: PlacementAttributes): Promise<void> {
    this.#attributes = attributes;
    await this.#open?.setAttributes(attributes);
  }

  /** Closes the selection and says so. */
  close(): void {
    this.#report({ type: 'placements-closed', detail: { servedBy: this.#request.source.servedBy } });
    this.end();
  }

  /** Closes the selection without a word. */
  end(): void {
    this.#hasEnded = true;
    this.#waiting.abort();
    this.#placements?.stop();
    this.#open?.close();
    this.#open = undefined;
  }

  async #select(): Promise<TerminalFact> {
    const { source, identifier } = this.#request;
    const { servedBy } = source;
    this.#launcher = this.#within(source.acquire(), () => source.timeoutCode);
    const launcher = await this.#launcher;
    const attributes = this.#attributes;
    const selecting = launcher.selectPlacements({ attributes, ...(identifier ? { identifier } : {}) });
    const selection = await this.#within(this.#listenTo(selecting));
    if (this.#attributes !== attributes) {
      this.setAttributes(this.#attributes).catch((thrown: unknown) =>
        this.#tell(thrown, 'selection-rejected'),
      );
    }
    const placements = await this.#within(selection.getPlacements());
    if (placements.length === 0) return { type: 'placements-empty', detail: { servedBy } };
    return { type: 'placements-ready', detail: { servedBy, count: await this.#usable(placements) } };
  }

  /** Listens to the selection before any of its messages can be missed; one that comes too late is closed. */
  async #listenTo(selecting: Promise<Selection>): Promise<Selection> {
    const selection = (await selecting) as Selection | undefined;
    if (typeof selection?.getPlacements !== 'function') {
      throw new TypeError(expected('selectPlacements()', 'a Selection', selection));
    }
    if (this.#waiting.signal.aborted) closeQuietly(selection);
    else this.#open = new OpenSelection(selection, this.#request.updateTimeout, this.#report);
    return selection;
  }

  /** How many placements are usable. One that fails is no more than an error while there is another. */
  async #usable(placements: readonly Placement[]): Promise<number> {
    this.#placements = new Placements(placements, {
      failed: (cause) => this.#fail(cause),
      allClosed: () => this.close(),
    });
    await this.#within(this.#placements.settled).catch((thrown: unknown) => this.#fail(thrown));
    const count = this.#placements.usableCount;
    if (count === 0) throw toUpsellError(this.#failures[0], 'placement-failed');
    for (const failure of this.#failures) this.#tell(failure, 'placement-failed');
    return count;
  }

  #fail(thrown: unknown): void {
    if (this.#isReady) this.#tell(thrown, 'placement-failed');
    else this.#failures.push(thrown);
  }

  #tell(thrown: unknown, code: UpsellErrorCode): void {
    this.#report({ type: 'upsell-error', detail: { error: toUpsellError(thrown, code) } });
  }

  #within<T>(step: PromiseLike<T>, code: () => UpsellErrorCode = () => 'selection-timeout'): Promise<T> {
    const toError = () => new UpsellError(code(), `no answer within ${this.#request.timeout} ms`);
    return unlessAborted(step, this.#waiting.signal, toError);
  }
}

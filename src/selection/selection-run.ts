import { toUpsellError, type UpsellError, type UpsellErrorCode, type UpsellFact } from '../model/index.ts';
import type { Launcher, LauncherClient, LauncherSource, PlacementAttributes } from '../sdk/index.ts';
import { type Attempt, untilLaunched } from './attempt.ts';
import { HeldKeeper } from './held-keeper.ts';
import { inTurn } from './in-turn.ts';
import { openInAttempt } from './open-in-attempt.ts';
import { OpenSelection } from './open-selection.ts';
import type { SelectionContext } from './selection-context.ts';
import type { RunOwner, SelectionInput } from './selection-input.ts';
import { settlePlacements } from './settle-placements.ts';

type TerminalFact = UpsellFact & { readonly type: `placements-${'ready' | 'empty' | 'failed'}` };

/** One selection, from its start to its end. Once it has ended it tells nothing, and what still arrives is closed. */
export class SelectionRun {
  readonly #input: SelectionInput;
  readonly #owner: RunOwner;
  readonly #context: SelectionContext;
  /** What is held across it. */
  readonly held: HeldKeeper;
  readonly #end = new AbortController();
  readonly #sources: readonly [LauncherSource, ...LauncherSource[]];
  #source: LauncherSource;
  #attributes: PlacementAttributes;
  #launching: Promise<Launcher> | undefined;
  #open: OpenSelection | undefined;
  #isReady = false;

  constructor(input: SelectionInput, owner: RunOwner) {
    this.#input = input;
    this.#owner = owner;
    this.#context = owner.context;
    this.held = new HeldKeeper(this.#context, input.heldItems);
    this.#sources = input.sources();
    [this.#source] = this.#sources;
    this.#attributes = input.attributes;
  }

  /** Runs; resolves at the terminal phase, or when it was ended before one. Call it in a turn. */
  async start(): Promise<void> {
    const { timeout } = this.#input;
    this.held.begin();
    this.#context.tell({ type: 'placements-loading', detail: this.#servedBy() });
    const select = inTurn<TerminalFact>({
      sources: this.#sources,
      timeout,
      ended: this.#end.signal,
      attempt: (attempt) => this.#select(attempt),
      failed: (thrown) => this.#inTurn(() => this.#fallBack(thrown)),
    });
    const fact = await select.catch((thrown: unknown): TerminalFact => {
      const error = toUpsellError(thrown, 'selection-rejected', 'the launcher failed');
      return { type: 'placements-failed', detail: { error } };
    });
    this.#inTurn(() => this.#conclude(fact));
  }

  /** Who serves it, or tries to. */
  get source(): LauncherSource {
    return this.#source;
  }

  /** The launcher, once one was asked for; rejects as the selection does. */
  get launching(): Promise<Launcher> | undefined {
    return this.#launching;
  }

  /** What the launcher has opened, while it is open. */
  get open(): OpenSelection | undefined {
    return this.#open;
  }

  /** Gives `attributes` to the selection, or lets it start with them. */
  async setAttributes(attributes: PlacementAttributes): Promise<void> {
    this.#attributes = attributes;
    await this.#open?.setAttributes(attributes);
  }

  /** Closes the selection and says so. */
  close(): void {
    this.#inTurn(() => {
      this.#context.tell({ type: 'placements-closed', detail: this.#servedBy() });
      this.end();
    });
  }

  /** Closes the selection without a word. */
  end(): void {
    this.#end.abort();
    this.#leave();
  }

  /** One source: a launcher, a selection of it, its placements. */
  async #select(attempt: Attempt): Promise<TerminalFact> {
    const { source } = attempt;
    this.#source = source;
    this.#context.items.begin();
    this.#launching = untilLaunched(attempt, source.acquire(this.#client(attempt)));
    const launcher = await this.#launching;
    const attributes = this.#attributes;
    const { identifier, updateTimeout } = this.#input;
    const selecting = { attributes, identifier, heldItems: this.held.toHeldItems() };
    const open = await openInAttempt(attempt, launcher, selecting, (selection) => {
      const opened = new OpenSelection(selection, {
        servedBy: source.servedBy,
        updateTimeout,
        context: this.#context,
        isOpening: () => this.held.isOpening,
        touched: (ref) => this.held.touch(ref),
      });
      this.#open = opened;
      this.#owner.opened(selection);
      return opened;
    });
    if (attributes !== this.#attributes) this.#catchUp(open);
    const { count, failures } = await settlePlacements(attempt, open.selection, {
      failed: (cause) => this.#complain(cause, 'placement-failed', 'a placement failed'),
      allGone: () => this.#inTurn(() => this.close()),
    });
    for (const failure of failures) this.#complain(failure, 'placement-failed', 'a placement failed');
    return count === 0
      ? { type: 'placements-empty', detail: this.#servedBy() }
      : { type: 'placements-ready', detail: { ...this.#servedBy(), count } };
  }

  #client({ over, timeout }: Attempt): LauncherClient {
    return {
      signal: over,
      timeout,
      renewed: () => this.#inTurn(() => this.#restart()),
      report: (error: UpsellError) => this.#complain(error, error.code),
    };
  }

  /** What is held is known by now, so the page's cart is not asked again. */
  #restart(): void {
    this.#owner.restart({ ...this.#input, attributes: this.#attributes, heldItems: undefined });
  }

  /** Attributes that were set while the selection was being opened. */
  #catchUp(open: OpenSelection): void {
    open
      .setAttributes(this.#attributes)
      .catch((thrown: unknown) => this.#complain(thrown, 'selection-rejected', 'setAttributes() failed'));
  }

  #fallBack(thrown: unknown): void {
    this.held.dropNew();
    this.#complain(thrown, 'selection-rejected', 'the launcher failed');
    this.#leave();
  }

  #conclude(fact: TerminalFact): void {
    this.#isReady = fact.type === 'placements-ready';
    if (fact.type === 'placements-failed') this.held.dropNew();
    else this.held.dropLost(this.#source.servedBy, this.#isReady);
    this.#context.tell(fact);
    // Before anything that the page has waited to ask.
    if (this.#isReady && this.#open) this.held.serve(this.#open, this.#end.signal);
    else this.end();
  }

  #leave(): void {
    this.#open?.close();
    this.#open = undefined;
    this.#owner.opened(undefined);
  }

  #servedBy = () => ({ servedBy: this.#source.servedBy });

  #complain(thrown: unknown, code: UpsellErrorCode, message?: string): void {
    this.#tell({ type: 'upsell-error', detail: { error: toUpsellError(thrown, code, message) } });
  }

  #tell(fact: UpsellFact): void {
    this.#inTurn(() => this.#context.tell(fact));
  }

  /** What has ended says nothing any more. */
  #inTurn(act: () => void): void {
    this.#context.inTurn(() => {
      if (!this.#end.signal.aborted) act();
    });
  }
}

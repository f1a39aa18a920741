import { type HeldItem, toUpsellError, type UpsellErrorCode } from '../model/index.ts';
import {
  Attempt,
  type ConsentFlags,
  type Launcher,
  type PlacementAttributes,
  type Selection,
} from '../sdk/index.ts';
import { changeOfAttributes } from './change-of-attributes.ts';
import { closeQuietly } from './close-quietly.ts';
import { HeldKeeper } from './held-keeper.ts';
import type { Ledger } from './ledger.ts';
import { OpenSelection } from './open-selection.ts';
import { settlePlacements } from './placements.ts';
import type { RunOwner, SelectionInput } from './selection-input.ts';

/** One selection, from its start to its end. Once it has ended it tells nothing, and what still arrives is closed. */
export class SelectionRun {
  /** The launcher, once one was asked for; rejects as the selection does. */
  launching: Promise<Launcher> | undefined;
  readonly #input: SelectionInput;
  readonly #ledger: Ledger;
  readonly #owner: RunOwner;
  readonly #held: HeldKeeper;
  #attributes: PlacementAttributes;
  #attempt: Attempt | undefined;
  #isReady = false;
  #isEnded = false;

  constructor(input: SelectionInput, ledger: Ledger, owner: RunOwner) {
    this.#input = input;
    this.#ledger = ledger;
    this.#owner = owner;
    this.#attributes = input.attributes;
    this.#held = new HeldKeeper(ledger, input.heldItems);
  }

  /**
   * Tries the sources in turn: the last one has all the time that is left, each one before it half of that. Resolves at the
   * terminal phase, or when it was ended before one. Call it in a turn.
   */
  async start(): Promise<void> {
    let left = this.#input.timeout;
    const deadline = Date.now() + left;
    const sources = this.#input.sources();
    this.#held.begin();
    this.#ledger.tell({ type: 'placements-loading', detail: { servedBy: sources[0].servedBy } });
    for (const source of sources) {
      const isLast = source === sources.at(-1);
      const attempt = new Attempt(source, isLast ? left : left / 2);
      this.#attempt = attempt;
      try {
        const count = await this.#select(attempt);
        return this.#inTurn(() => this.#conclude(attempt, count));
      } catch (thrown) {
        this.#inTurn(() => this.#fail(thrown, isLast));
      }
      if (this.#isEnded) return;
      left = deadline - Date.now();
    }
  }

  /** Gives `attributes` to the selection, or lets it start with them. */
  async setAttributes(attributes: PlacementAttributes): Promise<void> {
    const before = this.#attributes;
    this.#attributes = attributes;
    await this.#ledger.open?.selection.setAttributes(
      changeOfAttributes(before, attributes, this.#servedBy.servedBy),
    );
  }

  /** Gives the shopper's consent to whoever serves. */
  setConsent(consent: ConsentFlags): void {
    this.#attempt?.source.setConsent?.(consent);
  }

  /** The page's cart has come, or become another: asked for now, or once the selection is ready. */
  setHeldItems(heldItems: readonly HeldItem[]): void {
    this.#held.set(heldItems);
  }

  /** Closes the selection and says so. */
  close(): void {
    this.#inTurn(() => {
      this.#ledger.tell({ type: 'placements-closed', detail: this.#servedBy });
      this.end();
    });
  }

  /** Closes the selection without a word. */
  end(): void {
    this.#isEnded = true;
    this.#leave();
  }

  /** One source: a launcher, a selection of it, its placements; how many of them are usable. */
  async #select(attempt: Attempt): Promise<number> {
    for (const item of this.#ledger.items.all) item.isNamed = false;
    this.launching = attempt.acquire({
      renewed: () => this.#inTurn(() => this.#restart()),
      report: (error) => this.#complain(error),
    });
    const selection = await attempt.while(this.#open(attempt, await this.launching));
    const placements = await attempt.while(selection.getPlacements());
    return settlePlacements(placements, attempt, {
      failed: (cause) => this.#complain(cause, 'placement-failed'),
      allGone: () => this.close(),
    });
  }

  /** Listens before any message can be missed. One that comes too late is closed and never appears. */
  async #open(attempt: Attempt, launcher: Launcher): Promise<Selection> {
    const attributes = this.#attributes;
    const { identifier, updateTimeout } = this.#input;
    const selection = await launcher.selectPlacements({
      attributes,
      ...(identifier && { identifier }),
      // Rokt's launcher knows no held items: they are for our own alone.
      ...(attempt.source.servedBy === 'offers' && { heldItems: this.#held.toHeldItems() }),
    });
    try {
      attempt.waiting.throwIfAborted();
      this.#ledger.open = new OpenSelection(selection, attempt, updateTimeout, this.#ledger);
    } catch (thrown) {
      closeQuietly(selection);
      throw thrown;
    }
    this.#owner.opened(selection);
    if (attributes !== this.#attributes) {
      selection
        .setAttributes(changeOfAttributes(attributes, this.#attributes, attempt.source.servedBy))
        .catch((thrown: unknown) => this.#complain(thrown));
    }
    return selection;
  }

  /** What is held is known by now, so the page's cart is not asked again. */
  #restart(): void {
    this.#owner.restart({ ...this.#input, attributes: this.#attributes, heldItems: undefined });
  }

  /** @param isLast false: the next source is tried */
  #fail(thrown: unknown, isLast: boolean): void {
    this.#held.dropNew();
    if (!isLast) {
      this.#complain(thrown);
      return this.#leave();
    }
    const error = toUpsellError(thrown, 'selection-rejected');
    this.#ledger.tell({ type: 'placements-failed', detail: { error } });
    this.end();
  }

  #conclude(attempt: Attempt, count: number): void {
    const detail = this.#servedBy;
    this.#isReady = count > 0;
    // Where a hosted launcher offers nothing, nothing has taken the place of what is held.
    if (this.#isReady || detail.servedBy === 'offers') this.#held.dropLost(detail.servedBy);
    if (!this.#isReady) {
      this.#ledger.tell({ type: 'placements-empty', detail });
      return this.end();
    }
    this.#ledger.tell({ type: 'placements-ready', detail: { ...detail, count } });
    // Before anything that the page has waited to ask.
    if (this.#ledger.open) this.#held.serve(this.#ledger.open, attempt.over);
  }

  #leave(): void {
    this.#attempt?.end();
    this.#ledger.open = undefined;
    this.#owner.opened(undefined);
  }

  get #servedBy() {
    return { servedBy: (this.#attempt as Attempt).source.servedBy };
  }

  #complain(thrown: unknown, code: UpsellErrorCode = 'selection-rejected'): void {
    const error = toUpsellError(thrown, code);
    this.#inTurn(() => this.#ledger.tell({ type: 'upsell-error', detail: { error } }));
  }

  /** What has ended says nothing any more. */
  #inTurn(act: () => void): void {
    this.#ledger.inTurn(() => {
      if (!this.#isEnded) act();
    });
  }
}

import type { ReactiveController } from '@lit/reactive-element';
import { toUpsellError, UpsellError, type UpsellPhase } from '../model/index.ts';
import { chooseSource, consentOf, type LauncherSource, type SourceChoice } from '../sdk/index.ts';
import { UpsellSelection } from '../selection/index.ts';
import { HeldItemsInput } from './held-items-input.ts';
import { createLazyLoading } from './lazy-loading.ts';
import { createSources, loadLauncher } from './create-sources.ts';
import { dropCopies } from './mount.ts';
import { millisecondsOf } from './options.ts';
import { type ReadAttributes, readAttributes } from './read-attributes.ts';
import type { UpsellProperties } from './upsell-properties.ts';
import { warn } from './warn.ts';

/** What a selection was started with, and told since. */
interface Started {
  /** The source and the page: two selections of equal identity are the same. */
  readonly identity: readonly unknown[];
  readonly attributes: string;
  readonly consent: string;
}

/** Brings an element's selection in line with its properties, at the end of a task: all changes of one count once. */
export class SelectionController implements ReactiveController {
  readonly selection = new UpsellSelection();
  readonly #host: UpsellProperties;
  readonly #lazy;
  readonly #heldItems = new HeldItemsInput();
  /** Nothing, so that whatever is wanted is new. */
  #started: Started | undefined;
  /** What was last told to be wrong with the attributes. */
  #fault = '';
  #isAsked = false;
  #hasWarned = false;
  #isAway = true;
  #syncing: Promise<void> | undefined;

  constructor(host: UpsellProperties) {
    this.#host = host;
    this.#lazy = createLazyLoading(host, () => void this.sync());
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#isAway) dropCopies(this.#host);
    // Frames do not survive a move, so what they held has to be selected again.
    else if (this.#host.querySelector(':scope > :not([slot]) iframe')) this.#isAsked = this.#isRunning;
    this.#isAway = false;
    void this.sync();
  }

  hostUpdated(): void {
    void this.sync();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      // A move within one task is no end.
      if (!this.#host.isConnected) this.#leave();
    });
  }

  /** Starts a new selection, whatever has changed; resolves with the phase reached. */
  async select(): Promise<UpsellPhase> {
    this.#isAsked = true;
    await this.sync();
    return this.selection.phaseReached();
  }

  /** Closes the selection; the properties as they are now start no other one by themselves. */
  close(): void {
    this.#isAsked = false;
    const source = chooseSource(this.#host);
    this.#started = source && { identity: this.#identityOf(source), attributes: '', consent: '' };
    this.selection.close();
  }

  /** The first source that the properties name, to be used by itself. */
  source(): LauncherSource | undefined {
    const [source] = chooseSource(this.#host)?.create(loadLauncher) ?? [];
    return source;
  }

  /** Resolves at the end of this task, when the selection is in line with the properties. */
  sync(): Promise<void> {
    this.#syncing ??= new Promise((resolve) => {
      setTimeout(() => {
        this.#syncing = undefined;
        if (this.#host.isConnected) this.#decide();
        resolve();
      });
    });
    return this.#syncing;
  }

  /** Resolves when the selection is in line with what was set so far; undefined where it is. */
  get syncing(): Promise<void> | undefined {
    return this.#syncing;
  }

  /** What the properties mean: a new selection, news for the one that runs, or nothing. */
  #decide(): void {
    const isAsked = this.#isAsked;
    const mayStart = isAsked || !this.#isHeldBack;
    this.#isAsked = false;
    const read = readAttributes(this.#host);
    if (read instanceof UpsellError) return this.#refuse(read, isAsked, mayStart);
    this.#fault = '';
    const source = chooseSource(this.#host);
    if (!source) return this.#idle(mayStart);
    const started: Started = {
      identity: this.#identityOf(source),
      attributes: read.key,
      consent: JSON.stringify(consentOf(this.#host)),
    };
    const isNew = !isSame(this.#started?.identity, started.identity);
    if (isAsked || (isNew && (mayStart || this.#isRunning))) return this.#start(source, read, started);
    if (this.#isRunning) this.#update(read, started);
  }

  get #isHeldBack(): boolean {
    const { loading } = this.#host;
    return loading === 'manual' || (loading === 'lazy' && this.#lazy.isWaiting());
  }

  get #isRunning(): boolean {
    const { phase } = this.selection.state;
    return phase === 'loading' || phase === 'ready';
  }

  #identityOf({ identity }: SourceChoice): readonly unknown[] {
    return [...identity, this.#host.identifier, this.#host.targetId];
  }

  /** Faulty attributes select nothing; to a selection that runs they are told once, and it keeps the last good ones. */
  #refuse(fault: UpsellError, isAsked: boolean, mayStart: boolean): void {
    const isTold = fault.message === this.#fault;
    if (this.#isRunning && !isAsked) {
      if (!isTold) this.selection.report(fault);
      this.#tellHeldItems();
    } else {
      if (!isAsked && (isTold || !mayStart)) return;
      this.#started = undefined;
      this.selection.fail(fault);
    }
    this.#fault = fault.message;
  }

  #idle(isWanted: boolean): void {
    this.#started = undefined;
    if (this.selection.state.phase !== 'idle') this.selection.drop();
    if (this.#hasWarned || !isWanted) return;
    this.#hasWarned = true;
    warn('idle without account-id, offers-url or a launcher');
  }

  #start(source: SourceChoice, { attributes }: ReadAttributes, started: Started): void {
    this.#started = started;
    this.selection.start({
      sources: () => createSources(this.#host, source),
      attributes,
      identifier: this.#host.identifier,
      heldItems: this.#heldItems.forStart(this.#host.heldItems),
      timeout: millisecondsOf(this.#host, 'timeout'),
      updateTimeout: millisecondsOf(this.#host, 'updateTimeout'),
    });
  }

  /** Tells the running selection what has changed. */
  #update({ attributes }: ReadAttributes, started: Started): void {
    const told = this.#started;
    this.#started = started;
    if (told?.consent !== started.consent) this.selection.setConsent(consentOf(this.#host));
    if (told?.attributes !== started.attributes) {
      this.selection.setAttributes(attributes).catch((thrown: unknown) => {
        this.selection.report(toUpsellError(thrown, 'selection-rejected', 'setAttributes() failed'));
      });
    }
    this.#tellHeldItems();
  }

  #tellHeldItems(): void {
    const heldItems = this.#heldItems.forRunning(this.#host.heldItems);
    if (heldItems) this.selection.setHeldItems(heldItems);
  }

  /** What comes back is taken for new. */
  #leave(): void {
    this.#isAway = true;
    this.#started = undefined;
    this.#lazy.reset();
    this.selection.close();
  }
}

function isSame(one: readonly unknown[] = [], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}

import type { ReactiveController } from '@lit/reactive-element';
import { toUpsellError, UpsellError, type UpsellPhase } from '../model/index.ts';
import {
  chooseSource,
  consentOf,
  type LauncherSource,
  type PlacementAttributes,
  type SourceChoice,
} from '../sdk/index.ts';
import { UpsellSelection } from '../selection/index.ts';
import { HeldItemsInput } from './held-items-input.ts';
import { createLazyLoading } from './lazy-loading.ts';
import { createSources, loadLauncher } from './create-sources.ts';
import { dropCopies } from './mount.ts';
import { millisecondsOf } from './options.ts';
import { type ReadAttributes, readAttributes } from './read-attributes.ts';
import { decide, isRunning, type Started } from './selection-decision.ts';
import type { UpsellProperties } from './upsell-properties.ts';
import { warn } from './warn.ts';

/** Brings an element's selection in line with its properties, at the end of a task: all changes of one count once. */
export class SelectionController implements ReactiveController {
  readonly selection = new UpsellSelection();
  readonly #host: UpsellProperties;
  readonly #lazy;
  readonly #heldItems = new HeldItemsInput();
  #started: Started = { kind: 'nothing' };
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
    else if (this.#host.querySelector(':scope > :not([slot]) iframe'))
      this.#isAsked = isRunning(this.selection.state.phase);
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
    this.#started = source
      ? { kind: 'source', identity: this.#identityOf(source), attributes: '', consent: '' }
      : { kind: 'nothing' };
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

  /** Does what the properties mean. */
  #decide(): void {
    const source = chooseSource(this.#host);
    const read = readAttributes(this.#host);
    const isAsked = this.#isAsked;
    this.#isAsked = false;
    const mayStart = isAsked || !this.#isHeldBack;
    const wanted = {
      identity: source && this.#identityOf(source),
      attributes: read instanceof UpsellError ? read : read.key,
      consent: JSON.stringify(consentOf(this.#host)),
      isAsked,
      mayStart,
    };
    const decision = decide(this.#started, wanted, this.selection.state);
    this.#started = decision.started;
    switch (decision.act) {
      case 'start':
        return this.#start(source as SourceChoice, (read as ReadAttributes).attributes);
      case 'idle':
        return this.#idle(mayStart);
      case 'fail':
        return this.selection.fail(decision.fault);
      case 'report':
        this.selection.report(decision.fault);
        break;
      case 'update':
        if (decision.isConsent) this.selection.setConsent(consentOf(this.#host));
        if (decision.isAttributes) this.#setAttributes((read as ReadAttributes).attributes);
    }
    this.#tellHeldItems();
  }

  get #isHeldBack(): boolean {
    const { loading } = this.#host;
    return loading === 'manual' || (loading === 'lazy' && this.#lazy.isWaiting());
  }

  #identityOf({ identity }: SourceChoice): readonly unknown[] {
    return [...identity, this.#host.identifier, this.#host.targetId];
  }

  #idle(isWanted: boolean): void {
    if (this.selection.state.phase !== 'idle') this.selection.drop();
    if (this.#hasWarned || !isWanted) return;
    this.#hasWarned = true;
    warn('idle without account-id, offers-url or a launcher');
  }

  #start(source: SourceChoice, attributes: PlacementAttributes): void {
    this.selection.start({
      sources: () => createSources(this.#host, source),
      attributes,
      identifier: this.#host.identifier,
      heldItems: this.#heldItems.forStart(this.#host.heldItems),
      timeout: millisecondsOf(this.#host, 'timeout'),
      updateTimeout: millisecondsOf(this.#host, 'updateTimeout'),
    });
  }

  #setAttributes(attributes: PlacementAttributes): void {
    this.selection.setAttributes(attributes).catch((thrown: unknown) => {
      this.selection.report(toUpsellError(thrown, 'selection-rejected', 'setAttributes() failed'));
    });
  }

  #tellHeldItems(): void {
    if (!isRunning(this.selection.state.phase)) return;
    const heldItems = this.#heldItems.forRunning(this.#host.heldItems);
    if (heldItems) this.selection.setHeldItems(heldItems);
  }

  /** What comes back is taken for new. */
  #leave(): void {
    this.#isAway = true;
    this.#started = { kind: 'nothing' };
    this.#lazy.reset();
    this.selection.close();
  }
}

import { toUpsellError, UpsellError } from '../model/index.ts';
import {
  chooseSource,
  consentOf,
  type LauncherSource,
  type LoadOffers,
  type SourceChoice,
} from '../sdk/index.ts';
import type { SelectionInput, UpsellSelection } from '../selection/index.ts';
import { milliseconds, type ReadAttributes, readAttributes } from './attributes.ts';
import { UPDATE_TIMEOUT, TIMEOUT } from './defaults.ts';
import { HeldItemsInput } from './held-items-input.ts';
import { loadOffers } from './load-offers.ts';
import { DEFAULT_TARGET_ID, ensureMount } from './mount.ts';
import { decide, type Started } from './selection-decision.ts';
import type { UpsellProperties } from './upsell-properties.ts';

const load: LoadOffers = async (options) => {
  const { createOffersLauncher } = await loadOffers();
  return createOffersLauncher(options);
};

/** Brings an element's selection in line with its properties. It is asked once a task, so that all changes of one count once. */
export class SelectionStarter {
  readonly #element: UpsellProperties;
  readonly #selection: UpsellSelection;
  readonly #heldItems = new HeldItemsInput();
  #started: Started = { kind: 'nothing' };
  #isAsked = false;
  #hasWarned = false;

  constructor(element: UpsellProperties, selection: UpsellSelection) {
    this.#element = element;
    this.#selection = selection;
  }

  /** The next `sync` starts a new selection, whatever has changed. */
  ask(): void {
    this.#isAsked = true;
  }

  /** The next `sync` starts a selection in place of the one that runs, if one does. */
  renew(): void {
    this.#isAsked = this.#isRunning;
  }

  /** The next `sync` takes the element as it is then for new. */
  forget(): void {
    this.#started = { kind: 'nothing' };
  }

  /** The properties as they are now start nothing more by themselves. */
  hold(): void {
    this.#isAsked = false;
    const source = chooseSource(this.#element);
    if (!source) return this.forget();
    this.#started = { kind: 'source', identity: this.#identityOf(source), attributes: '', consent: '' };
  }

  /** The first source that the properties name, to be used by itself. */
  source(): LauncherSource | undefined {
    const [source] = chooseSource(this.#element)?.create(load) ?? [];
    return source;
  }

  /** @param mayStart whether the properties may start a selection where none runs */
  sync(mayStart: boolean): void {
    const isAsked = this.#isAsked;
    this.#isAsked = false;
    const source = chooseSource(this.#element);
    const read = readAttributes(this.#element);
    const wanted = {
      identity: source && this.#identityOf(source),
      attributes: read instanceof UpsellError ? read : read.key,
      consent: JSON.stringify(consentOf(this.#element)),
      isAsked,
      mayStart,
    };
    const decision = decide(this.#started, wanted, this.#selection.state.phase);
    this.#started = decision.started;
    switch (decision.act) {
      case 'start':
        return this.#start(source as SourceChoice, read as ReadAttributes);
      case 'idle':
        return this.#idle(isAsked || mayStart);
      case 'fail':
        return this.#selection.fail(decision.fault);
      case 'report':
        return this.#selection.report(decision.fault);
      case 'update':
        if (decision.isConsent) this.#selection.setConsent(consentOf(this.#element));
        if (decision.isAttributes) this.#setAttributes(read as ReadAttributes);
    }
    const heldItems = this.#isRunning && this.#heldItems.forRunning(this.#element.heldItems);
    if (heldItems) this.#selection.setHeldItems(heldItems);
  }

  get #isRunning(): boolean {
    const { phase } = this.#selection.state;
    return phase === 'loading' || phase === 'ready';
  }

  #identityOf({ identity }: SourceChoice): readonly unknown[] {
    return [...identity, this.#element.identifier, this.#element.targetId];
  }

  #start(source: SourceChoice, { attributes }: ReadAttributes): void {
    const { targetId, identifier, timeout, updateTimeout } = this.#element;
    try {
      const mount = ensureMount(this.#element, targetId || DEFAULT_TARGET_ID);
      this.#selection.start({
        sources: () => this.#sources(source, mount),
        attributes,
        identifier,
        heldItems: this.#heldItems.forStart(this.#element.heldItems),
        timeout: milliseconds(timeout, TIMEOUT),
        updateTimeout: milliseconds(updateTimeout, UPDATE_TIMEOUT),
      });
    } catch (thrown) {
      this.#selection.fail(toUpsellError(thrown, 'selection-rejected'));
    }
  }

  /** The sources as the properties name them when a selection starts, also one that starts by itself. */
  #sources(source: SourceChoice, target: Element): ReturnType<SelectionInput['sources']> {
    const choice = chooseSource(this.#element) ?? source;
    return choice.create((options) => load({ ...options, target }));
  }

  #setAttributes({ attributes }: ReadAttributes): void {
    this.#selection.setAttributes(attributes).catch((thrown: unknown) => {
      this.#selection.report(toUpsellError(thrown, 'selection-rejected', 'setAttributes() failed'));
    });
  }

  #idle(isWanted: boolean): void {
    if (this.#selection.state.phase !== 'idle') this.#selection.drop();
    if (this.#hasWarned || !isWanted) return;
    this.#hasWarned = true;
    console.warn('<rokt-upsell>: idle without account-id, offers-url or a launcher');
  }
}

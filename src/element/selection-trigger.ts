import { toUpsellError, UpsellError } from '../model/index.ts';
import type { UpsellSelection } from '../selection/index.ts';
import { milliseconds, type ReadAttributes, readAttributes } from './attributes.ts';
import { ensureMount, targetSelector } from './mount.ts';
import { chooseSource, type SourceChoice } from './sources.ts';
import type { UpsellProperties } from './upsell-properties.ts';

/**
 * Decides what an element's properties mean for its selection: a new one, other attributes for the one that runs, or
 * nothing. It is asked once a task, so that all changes of one task count once.
 */
export class SelectionTrigger {
  readonly #element: UpsellProperties;
  readonly #selection: UpsellSelection;
  /** What the last selection was started with; undefined when the next one has to be new. */
  #key: readonly unknown[] | undefined;
  #attributesKey: string | undefined;
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

  /** The next `sync` takes the element as it is then for new. */
  forget(): void {
    this.#key = undefined;
  }

  /** The properties as they are now start nothing more by themselves. */
  hold(): void {
    this.#isAsked = false;
    const source = chooseSource(this.#element);
    this.#key = source && this.#keyOf(source);
  }

  /**
   * Brings the selection in line with the properties.
   *
   * @param mayStart whether a change may start a selection where none runs
   */
  sync(mayStart: boolean): void {
    const isAsked = this.#isAsked;
    this.#isAsked = false;
    const source = chooseSource(this.#element);
    const read = readAttributes(this.#element);
    const isWanted = isAsked || mayStart;
    if (read instanceof UpsellError) return this.#refuse(read, isAsked, mayStart);
    if (!source) return this.#idle(isWanted);

    const key = this.#keyOf(source);
    const isNew = key.length !== this.#key?.length || key.some((part, index) => part !== this.#key?.[index]);
    if (isAsked || (isNew && (mayStart || this.#isRunning))) {
      this.#key = key;
      this.#start(source, read);
    } else if (this.#isRunning && read.key !== this.#attributesKey) {
      this.#attributesKey = read.key;
      this.#selection
        .setAttributes(read.attributes)
        .catch((thrown: unknown) => this.#selection.report(toUpsellError(thrown, 'selection-rejected')));
    }
  }

  get #isRunning(): boolean {
    const { phase } = this.#selection.state;
    return phase === 'loading' || phase === 'ready';
  }

  #start(source: SourceChoice, { attributes, key }: ReadAttributes): void {
    const { targetId, identifier, timeout, updateTimeout } = this.#element;
    this.#attributesKey = key;
    try {
      ensureMount(this.#element, targetId);
      this.#selection.start({
        source: source.create(targetSelector(targetId)),
        attributes,
        identifier,
        timeout: milliseconds(timeout, 10_000),
        updateTimeout: milliseconds(updateTimeout, 5_000),
      });
    } catch (thrown) {
      this.#selection.fail(toUpsellError(thrown, 'selection-rejected'));
    }
  }

  /** Faulty attributes select nothing; to a selection that runs they are told once, and it keeps the last good ones. */
  #refuse(fault: UpsellError, isAsked: boolean, mayStart: boolean): void {
    const { message } = fault;
    const isFresh = mayStart && !this.#isRunning && this.#key?.[0] !== message;
    if (isAsked || isFresh) {
      this.#key = [message];
      this.#selection.fail(fault);
    } else if (this.#isRunning && this.#attributesKey !== message) {
      this.#attributesKey = message;
      this.#selection.report(fault);
    }
  }

  #idle(isWanted: boolean): void {
    this.#key = undefined;
    this.#selection.close();
    if (this.#hasWarned || !isWanted) return;
    this.#hasWarned = true;
    console.warn('<rokt-upsell>: expected account-id, offers-url or a launcher; without one it stays idle');
  }

  #keyOf(source: SourceChoice): readonly unknown[] {
    return [...source.key, this.#element.identifier, this.#element.targetId];
  }
}

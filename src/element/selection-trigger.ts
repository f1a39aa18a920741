import { toUpsellError, UpsellError } from '../model/index.ts';
import type { UpsellSelection } from '../selection/index.ts';
import { chooseSource, type SourceChoice } from '../sdk/index.ts';
import { milliseconds, type ReadAttributes, readAttributes } from './attributes.ts';
import { loadOffers } from './load-offers.ts';
import { DEFAULT_TARGET_ID, ensureMount } from './mount.ts';
import type { UpsellProperties } from './upsell-properties.ts';

/**
 * Decides what an element's properties mean for its selection: a new one, other attributes for the one that runs, or
 * nothing. It is asked once a task, so that all changes of one task count once.
 */
export interface SelectionTrigger {
  /** The next `sync` starts a new selection, whatever has changed. */
  ask(): void;
  /** The next `sync` starts a selection in place of the one that runs, if one does. */
  renew(): void;
  /** The next `sync` takes the element as it is then for new. */
  forget(): void;
  /** The properties as they are now start nothing more by themselves. */
  hold(): void;
  /**
   * Brings the selection in line with the properties.
   *
   * @param mayStart whether a change may start a selection where none runs
   */
  sync(mayStart: boolean): void;
}

export function createTrigger(element: UpsellProperties, selection: UpsellSelection): SelectionTrigger {
  /** What the last selection was started with; undefined when the next one has to be new. */
  let startedWith: readonly unknown[] | undefined;
  let attributesKey: string | undefined;
  let isAsked = false;
  let hasWarned = false;

  const isRunning = () => /loading|ready/.test(selection.state.phase);
  const keyOf = ({ identity }: SourceChoice) => [...identity, element.identifier, element.targetId];

  const start = (source: SourceChoice, { attributes, key }: ReadAttributes) => {
    const { targetId, identifier, timeout, updateTimeout } = element;
    attributesKey = key;
    try {
      const target = ensureMount(element, targetId || DEFAULT_TARGET_ID);
      selection.start({
        sources: source.create(async (options) => {
          const { createOffersLauncher } = await loadOffers();
          return createOffersLauncher({ ...options, target });
        }),
        attributes,
        identifier,
        timeout: milliseconds(timeout, 10_000),
        updateTimeout: milliseconds(updateTimeout, 5_000),
      });
    } catch (thrown) {
      selection.fail(toUpsellError(thrown, 'selection-rejected'));
    }
  };

  /** Faulty attributes select nothing; to a selection that runs they are told once, and it keeps the last good ones. */
  const refuse = (fault: UpsellError, wasAsked: boolean, mayStart: boolean) => {
    const { message } = fault;
    if (wasAsked || (mayStart && !isRunning() && startedWith?.[0] !== message)) {
      startedWith = [message];
      selection.fail(fault);
    } else if (isRunning() && attributesKey !== message) {
      attributesKey = message;
      selection.report(fault);
    }
  };

  const idle = (isWanted: boolean) => {
    startedWith = undefined;
    selection.close();
    if (hasWarned || !isWanted) return;
    hasWarned = true;
    console.warn('<rokt-upsell>: idle without account-id, offers-url or a launcher');
  };

  return {
    ask() {
      isAsked = true;
    },
    renew() {
      isAsked = isRunning();
    },
    forget() {
      startedWith = undefined;
    },
    hold() {
      isAsked = false;
      const source = chooseSource(element);
      startedWith = source && keyOf(source);
    },
    sync(mayStart) {
      const wasAsked = isAsked;
      isAsked = false;
      const source = chooseSource(element);
      const read = readAttributes(element);
      if (read instanceof UpsellError) return refuse(read, wasAsked, mayStart);
      if (!source) return idle(wasAsked || mayStart);

      const key = keyOf(source);
      const isNew = key.some((part, index) => part !== startedWith?.[index]);
      if (!isNew && isRunning()) selection.setConsent(source.consent);
      if (wasAsked || (isNew && (mayStart || isRunning()))) {
        startedWith = key;
        start(source, read);
      } else if (isRunning() && read.key !== attributesKey) {
        attributesKey = read.key;
        selection
          .setAttributes(read.attributes)
          .catch((thrown: unknown) => selection.report(toUpsellError(thrown, 'selection-rejected')));
      }
    },
  };
}

import {
  expected,
  toUpsellError,
  UpsellError,
  type UpsellErrorCode,
  type UpsellFact,
} from '../model/index.ts';
import type { ConsentFlags, Launcher, LauncherSource, PlacementAttributes, Selection } from '../sdk/index.ts';
import { closeQuietly } from './close-quietly.ts';
import { inTurn } from './in-turn.ts';
import { type OpenSelection, openSelection } from './open-selection.ts';
import { type Placements, watchPlacements } from './placements.ts';
import { unlessAborted } from './unless-aborted.ts';
import type { UpdateRequest } from './update-request.ts';

/** The input of one selection. */
export interface SelectionRequest {
  /** Tried in turn: a next one serves where one before it has failed. */
  readonly sources: readonly [LauncherSource, ...LauncherSource[]];
  readonly attributes: PlacementAttributes;
  readonly identifier?: string | undefined;
  /** From the start to a terminal phase, retries included, ms. */
  readonly timeout: number;
  /** From sending a request to its answer, ms. */
  readonly updateTimeout: number;
}

/** Who runs a selection. */
export interface SelectionOwner {
  /** Is told each fact. */
  report(fact: UpsellFact): void;
  /** The selection has lost its launcher and has to be started anew. */
  restart(request: SelectionRequest): void;
}

/** One selection, from its start to its end. Once it has ended it reports nothing, and what still arrives is closed. */
export interface SelectionRun {
  /** The launcher, once one was asked for; rejects as the selection does. */
  launcher(): Promise<Launcher> | undefined;
  /** Resolves at the terminal phase, or when it was ended before one. */
  start(): Promise<void>;
  /** Sends a request when its item's turn comes. */
  request(request: UpdateRequest): void;
  /** Gives `attributes` to the selection, or lets it start with them. */
  setAttributes(attributes: PlacementAttributes): Promise<void>;
  /** Closes the selection and says so. */
  close(): void;
  setConsent(consent: ConsentFlags): void;
  /** Closes the selection without a word. */
  end(): void;
}

type TerminalFact = UpsellFact & { readonly type: `placements-${'ready' | 'empty' | 'failed'}` };

export function createSelectionRun(request: SelectionRequest, owner: SelectionOwner): SelectionRun {
  const { sources, identifier, timeout, updateTimeout } = request;
  const end = new AbortController();
  const ended = end.signal;
  let [source] = sources;
  let { attributes } = request;
  let launching: Promise<Launcher> | undefined;
  let open: OpenSelection | undefined;
  let placements: Placements | undefined;
  let isReady = false;
  let membership = new AbortController();

  const report = (fact: UpsellFact) => {
    if (!ended.aborted) owner.report(fact);
  };
  const tell = (thrown: unknown, code: UpsellErrorCode) =>
    report({ type: 'upsell-error', detail: { error: toUpsellError(thrown, code) } });
  const servedBy = () => ({ servedBy: source.servedBy });
  const close = () => {
    report({ type: 'placements-closed', detail: servedBy() });
    finish();
  };
  const finish = () => {
    end.abort();
    leaveSource();
  };
  const leaveSource = () => {
    placements?.stop();
    open?.close();
    open = undefined;
    membership.abort();
  };
  const setAttributes = async (given: PlacementAttributes) => {
    attributes = given;
    await open?.setAttributes(given);
  };

  const select = async (current: LauncherSource, waiting: AbortSignal): Promise<TerminalFact> => {
    source = current;
    membership = new AbortController();
    let launcher: Launcher | undefined = undefined;
    const within = <T>(step: PromiseLike<T>) =>
      unlessAborted(step, waiting, () => {
        if (ended.aborted) return new UpsellError('no-selection', 'it has ended');
        // Own offers are one thing to wait for, whichever step of it is slow.
        const isSelecting = launcher && current.servedBy !== 'offers';
        const why = isSelecting ? 'selection-timeout' : current.timeoutReason;
        return typeof why === 'string' ? new UpsellError(why, `no answer within ${timeout} ms`) : why;
      });
    const acquired = current.acquire({
      signal: membership.signal,
      timeout: current === sources.at(-1) ? timeout : timeout / 2,
      renewed: () => ended.aborted || owner.restart({ ...request, attributes }),
      report: (error) => tell(error, error.code),
    });
    launching = within(acquired);
    launcher = await launching;
    const sent = attributes;
    const selecting = launcher.selectPlacements({ attributes, ...(identifier ? { identifier } : {}) });
    const selection = await within(listenTo(selecting, waiting));
    if (attributes !== sent) {
      setAttributes(attributes).catch((thrown: unknown) => tell(thrown, 'selection-rejected'));
    }
    const found = await within(selection.getPlacements());
    const detail = servedBy();
    if (found.length === 0) return { type: 'placements-empty', detail };

    const failures: unknown[] = [];
    const fail = (thrown: unknown) => (isReady ? tell(thrown, 'placement-failed') : failures.push(thrown));
    placements = watchPlacements(found, {
      failed: fail,
      allGone: () => (isReady || failures.length === 0) && close(),
    });
    await within(placements.settled).catch(fail);
    // A placement that fails is no more than an error while there is another.
    const count = placements.closeLate();
    if (count === 0) throw toUpsellError(failures[0], 'placement-failed');
    for (const failure of failures) tell(failure, 'placement-failed');
    return { type: 'placements-ready', detail: { ...detail, count } };
  };

  /** Listens to the selection before any of its messages can be missed; one that comes too late is closed. */
  const listenTo = async (selecting: Promise<Selection>, waiting: AbortSignal) => {
    const selection = (await selecting) as Selection | undefined;
    if (typeof selection?.getPlacements !== 'function') {
      throw new TypeError(expected('selectPlacements()', 'a Selection', selection));
    }
    try {
      waiting.throwIfAborted();
      open = openSelection(selection, updateTimeout, report);
      return selection;
    } catch (thrown) {
      closeQuietly(selection);
      throw thrown;
    }
  };

  return {
    launcher: () => launching,
    async start() {
      const leave = (thrown: unknown) => {
        tell(thrown, 'selection-rejected');
        leaveSource();
      };
      report({ type: 'placements-loading', detail: servedBy() });
      const fact = await inTurn(sources, timeout, ended, select, leave).catch(
        (thrown: unknown): TerminalFact => ({
          type: 'placements-failed',
          detail: { error: toUpsellError(thrown, 'selection-rejected') },
        }),
      );
      isReady = fact.type === 'placements-ready';
      report(fact);
      if (!isReady) finish();
    },
    request: (asked) => open?.request(asked),
    setAttributes,
    close,
    setConsent: (consent) => source.setConsent?.(consent),
    end: finish,
  };
}

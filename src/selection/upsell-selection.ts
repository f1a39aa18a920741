import { TypedEventTarget } from 'typescript-event-target';
import {
  failAs,
  initialUpsellState,
  nextUpsellState,
  UpsellError,
  type UpsellFact,
  type UpsellPhase,
  type UpsellState,
} from '../model/index.ts';
import type { ConsentFlags, PlacementAttributes } from '../sdk/index.ts';
import { createSelectionRun, type SelectionRequest, type SelectionRun } from './selection-run.ts';
import { createUpdateRequest, type UpdateRequest } from './update-request.ts';
import { toUpdateWish, type UpdateResult, type UpdateWish } from './update-wish.ts';

/** Something has happened; the state already holds it. */
export class FactEvent extends Event {
  readonly fact: UpsellFact;

  constructor(fact: UpsellFact) {
    super('fact');
    this.fact = fact;
  }
}

/**
 * One selection at a time: the newest wins, and the one it overtakes is closed.
 *
 * Requests go out, facts come back: each fact makes one new state and one `fact` event, here and nowhere else.
 */
export class UpsellSelection extends TypedEventTarget<{ fact: FactEvent }> {
  #state: UpsellState = initialUpsellState;
  #run: SelectionRun | undefined;
  #settled: Promise<void> | undefined;
  /** Requests that wait for a phase in which they can be sent or rejected, in call order. */
  #early: UpdateRequest[] = [];

  get state(): UpsellState {
    return this.#state;
  }

  /** Starts a selection, closing the one that runs. */
  start(request: SelectionRequest): void {
    this.#run?.end();
    const run = createSelectionRun(request, {
      report: (fact) => this.#take(fact),
      restart: (again) => this.start(again),
    });
    this.#run = run;
    const settled = run.start();
    // A listener of the first event may have started a newer one by now.
    if (this.#run === run) this.#settled = settled;
  }

  /** Tells the running selection's source what is consented to. */
  setConsent(consent: ConsentFlags): void {
    this.#run?.setConsent(consent);
  }

  /** Closes what runs. */
  close(): void {
    if (this.#state.phase === 'idle') return;
    this.#run?.close();
  }

  /** The phase that the selection reaches; when a newer one overtakes it, that one's. */
  async phaseReached(): Promise<UpsellPhase> {
    for (let seen; seen !== this.#settled;) {
      seen = this.#settled;
      await seen;
    }
    return this.#state.phase;
  }

  /** Ends in `failed` without a selection, for a reason that lies in the page. */
  fail(error: UpsellError): void {
    this.#run?.end();
    this.#take({ type: 'placements-failed', detail: { error } });
  }

  /** Tells an error that ends nothing. */
  report(error: UpsellError): void {
    this.#take({ type: 'upsell-error', detail: { error } });
  }

  /**
   * Asks the placements for a quantity; resolves with what they made of it.
   *
   * Rejects with an UpsellError `no-selection`, `unknown-item` or `update-timeout`, with the signal's reason while the
   * request waits, or with a TypeError or RangeError on misuse.
   */
  async updateCartItem(wish: UpdateWish, signal?: AbortSignal): Promise<UpdateResult> {
    const request = createUpdateRequest(toUpdateWish(wish), signal);
    const waiting = this.#early.push(request);
    // Those that wait longer come first.
    if (waiting === 1) this.#sendEarly();
    return request.promise;
  }

  /** Gives `attributes` to the running selection. */
  async setAttributes(attributes: PlacementAttributes): Promise<void> {
    await this.#run?.setAttributes(attributes);
  }

  /** Hashed by the running selection's launcher. Rejects with an UpsellError, `no-selection` when there is none. */
  async hashAttributes(attributes: PlacementAttributes): Promise<Record<string, string>> {
    const launcher = await this.#run?.launcher();
    if (!launcher) throw new UpsellError('no-selection', 'it has no launcher');
    if (!launcher.hashAttributes) throw new UpsellError('launcher-rejected', 'it has no hashAttributes()');
    return launcher.hashAttributes(attributes).catch(failAs('launcher-rejected'));
  }

  /** The session id, once a selection has told it; rejects with `no-selection` after `timeout` ms. */
  sessionId(timeout: number): Promise<string> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        const { sessionId } = this.#state;
        if (!sessionId) return;
        clearTimeout(timer);
        this.removeEventListener('fact', settle);
        resolve(sessionId);
      };
      const giveUp = () => {
        this.removeEventListener('fact', settle);
        reject(new UpsellError('no-selection', `no session id within ${timeout} ms`));
      };
      const timer = setTimeout(giveUp, timeout);
      this.addEventListener('fact', settle);
      settle();
    });
  }

  #take(fact: UpsellFact): void {
    this.#state = nextUpsellState(this.#state, fact);
    this.dispatchTypedEvent('fact', new FactEvent(fact));
    this.#sendEarly();
  }

  #sendEarly(): void {
    const { phase } = this.#state;
    if (phase === 'loading') return;
    for (const request of this.#early.splice(0)) {
      if (phase === 'ready') this.#run?.request(request);
      else request.reject(new UpsellError('no-selection', `the upsell is ${phase}`));
    }
  }
}

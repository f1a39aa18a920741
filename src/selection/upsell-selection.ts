import { TypedEventTarget } from 'typescript-event-target';
import {
  type CartItem,
  type HeldItem,
  UpsellError,
  type UpsellPhase,
  type UpsellState,
} from '../model/index.ts';
import type { ConsentFlags, Launcher, PlacementAttributes } from '../sdk/index.ts';
import type { FactEvent } from './fact-event.ts';
import type { Item } from './item.ts';
import { Ledger } from './ledger.ts';
import { MessageRelay, refuseOwnName } from './message-relay.ts';
import type { OpenSelection } from './open-selection.ts';
import { createOwnRequest } from './own-request.ts';
import type { SelectionInput } from './selection-input.ts';
import { SelectionRun } from './selection-run.ts';
import { createUpdateRequest, type UpdateRequest } from './update-request.ts';
import { toUpdateWish, type UpdateResult, type UpdateWish } from './update-wish.ts';

/**
 * One selection at a time: the newest wins, and the one it overtakes is closed. What is held outlives them all.
 *
 * Requests go out, facts come back: each fact makes one new state and one `fact` event.
 */
export class UpsellSelection extends TypedEventTarget<{ fact: FactEvent }> {
  #run: SelectionRun | undefined;
  #settled: Promise<void> | undefined;
  /** Requests that wait for a phase in which they can be sent or rejected, in call order. */
  readonly #early: UpdateRequest[] = [];
  readonly #relay = new MessageRelay();
  readonly #ledger = new Ledger(
    (event) => this.dispatchTypedEvent('fact', event),
    (...refused) => this.#ledger.inTurn(() => this.#takeBack(...refused)),
  );

  get state(): UpsellState {
    return this.#ledger.state;
  }

  /** Starts a selection, closing the one that runs. */
  start(input: SelectionInput): void {
    this.#ledger.inTurn(() => {
      this.#run?.end();
      const run = new SelectionRun(input, this.#ledger, {
        opened: (selection) => this.#relay.attach(selection),
        restart: (again) => this.start(again),
      });
      this.#run = run;
      this.#settled = run.start().then(() => this.#ledger.inTurn(() => this.#sendEarly()));
      for (const { wish } of this.#early) this.#touch(wish);
    });
  }

  /** Closes what runs. */
  close(): void {
    this.#ledger.inTurn(() => {
      this.#run?.close();
      this.#ledger.inTurn(() => this.#sendEarly());
    });
  }

  /** Nothing is to be selected any more: what runs is closed. */
  drop(): void {
    this.close();
    this.#ledger.inTurn(() => this.#ledger.tell({ type: 'selection-dropped', detail: {} }));
  }

  /** The phase that the selection reaches; when a newer one overtakes it, that one's. */
  async phaseReached(): Promise<UpsellPhase> {
    for (let seen; seen !== this.#settled;) {
      seen = this.#settled;
      await seen;
    }
    return this.state.phase;
  }

  /** Ends in `failed` without a selection, for a reason that lies in the page. */
  fail(error: UpsellError): void {
    this.#ledger.inTurn(() => {
      this.#run?.end();
      this.#ledger.tell({ type: 'placements-failed', detail: { error } });
      this.#sendEarly();
    });
  }

  /** Tells an error that ends nothing. */
  report(error: UpsellError): void {
    this.#ledger.inTurn(() => this.#ledger.tell({ type: 'upsell-error', detail: { error } }));
  }

  /** Tells that a wish was not fulfilled, to those who have no promise to learn it from. */
  failUpdate(wish: object, error: Error): void {
    this.#ledger.failUpdate(wish, error);
  }

  /**
   * Asks the placements for a quantity; resolves with what they made of it.
   *
   * Rejects with an UpsellError `no-selection`, `unknown-item` or `update-timeout`, with the signal's reason while the
   * request waits, or with a TypeError or RangeError on misuse.
   */
  updateCartItem(wish: UpdateWish, signal?: AbortSignal): Promise<UpdateResult> {
    let request: UpdateRequest;
    try {
      request = createUpdateRequest(toUpdateWish(wish), { signal });
    } catch (misuse) {
      return Promise.reject(misuse);
    }
    this.#ledger.inTurn(() => this.#receive(request));
    // The promise itself: nobody who waits for it hears of it after the next request is sent.
    return request.promise;
  }

  /** What the page's cart holds, all of it: asked of the running selection. */
  setHeldItems(heldItems: readonly HeldItem[]): void {
    this.#ledger.inTurn(() => this.#run?.setHeldItems(heldItems));
  }

  /** Gives `attributes` to the running selection. */
  async setAttributes(attributes: PlacementAttributes): Promise<void> {
    await this.#run?.setAttributes(attributes);
  }

  /** Gives the shopper's consent to the running selection. */
  setConsent(consent: ConsentFlags): void {
    this.#run?.setConsent(consent);
  }

  /** Listens to a message of Rokt's, whichever selection is open; the result stops it. @throws {TypeError} for a V2 name */
  on(name: string, listener: (event: unknown) => void): () => void {
    return this.#relay.on(name, listener);
  }

  /** Sends a message to the placements, once they are ready. Rejects with `no-selection`, or a TypeError for a V2 name. */
  async send(name: string, data: unknown): Promise<void> {
    refuseOwnName(name);
    if (this.state.phase === 'loading') await this.phaseReached();
    const { open } = this.#ledger;
    if (!open) throw this.#noSelection();
    await open.selection.send(name, data);
  }

  /** The launcher of the selection that runs, once one was asked for; rejects as the selection does. */
  launcher(): Promise<Launcher> | undefined {
    return this.#run?.launching;
  }

  #receive(request: UpdateRequest): void {
    this.#touch(request.wish);
    this.#early.push(request);
    this.#sendEarly();
  }

  #touch(wish: UpdateWish): void {
    const item = this.#ledger.items.find(wish);
    if (item) item.wanted = 'decided';
  }

  #sendEarly(): void {
    const { phase } = this.state;
    if (phase === 'loading') return;
    for (const request of this.#early.splice(0)) {
      const { open } = this.#ledger;
      if (open) open.ask(request);
      else this.#settleAlone(request);
    }
  }

  /** Nobody can be asked: what is held can still go. */
  #settleAlone(request: UpdateRequest): void {
    if (!request.take()) return;
    const { wish } = request;
    const result = this.#ledger.settleUnsent(this.#ledger.items.find(wish), wish.quantity, false);
    if (result) request.resolve(result);
    else request.reject(this.#noSelection());
  }

  /**
   * The page's cart has refused a change: its selection is asked to go back, or the one that is ready by now. Where none is,
   * what was taken is what is held.
   */
  #takeBack(item: Item, taken: CartItem | null, open: OpenSelection | undefined): void {
    const quantity = taken?.quantity ?? 0;
    const asked = this.#ledger.open;
    if (asked && (asked === open || this.state.phase === 'ready')) {
      this.#receive(createOwnRequest(item, quantity, this.#ledger, { isRollBack: true }));
      return;
    }
    if (item.before > 0) item.before = quantity;
    if (typeof item.wanted === 'number') item.wanted = quantity || undefined;
    this.#ledger.tellItem(item, taken, { origin: 'selection' });
  }

  #noSelection(): UpsellError {
    return new UpsellError('no-selection', `the upsell is ${this.state.phase}`);
  }
}

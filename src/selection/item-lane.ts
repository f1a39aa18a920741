import { type CartItem, type ItemRef, type ItemStates, outcomeOf, UpsellError } from '../model/index.ts';
import type { UpdateRequest } from './update-request.ts';
import type { UpdateResult } from './update-wish.ts';

/** How long after `send()` has resolved a message with another quantity may still be followed by the wished one, ms. */
const SETTLE_DELAY = 250;

/** What a lane needs of the selection it is in. */
export interface LaneContext {
  /** Sends a wish to the placements. */
  readonly send: (ref: ItemRef, quantity: number) => Promise<unknown>;
  /** What is held of the item. */
  readonly held: (ref: ItemRef) => CartItem | null;
  /** True when a message of this selection named the item. */
  readonly isNamed: (ref: ItemRef) => boolean;
  /** How a wish ends that need not be sent, done by now; undefined when it has to be. */
  readonly settleUnsent: (ref: ItemRef, quantity: number) => UpdateResult | undefined;
  /** Does something when nothing else is being told. */
  readonly inTurn: (act: () => void) => void;
  /** How long an answer may take from sending, ms. */
  readonly updateTimeout: number;
}

/** The request in flight on an item. */
interface Flight {
  readonly request: UpdateRequest;
  /** What was held when it was sent. */
  readonly heldBefore: number;
  /** What the last message since then made of the item. */
  heard?: ItemStates;
  /** True once `send()` has resolved. */
  isSent: boolean;
  /** True once any message is answer enough. */
  isDue: boolean;
  /** Why `send()` failed, if it did. */
  cause?: unknown;
  readonly timers: ReturnType<typeof setTimeout>[];
}

/**
 * One item's requests: one in flight, the rest in call order.
 *
 * The one in flight is settled by a message with the wished quantity, or by the last message at hand 250 ms after `send()`
 * resolved; silence until the time-out means that what is held stands, where the selection knows the item at all.
 */
export class ItemLane {
  readonly #ref: ItemRef;
  readonly #context: LaneContext;
  readonly #waiting: UpdateRequest[] = [];
  #flight: Flight | undefined;
  /** True until the page has heard how the last request ended. */
  #isResting = false;

  constructor(ref: ItemRef, context: LaneContext) {
    this.#ref = ref;
    this.#context = context;
  }

  /** The request in flight. */
  get asked(): UpdateRequest | undefined {
    return this.#flight?.request;
  }

  /** Takes `request` up when its turn comes. */
  add(...requests: readonly UpdateRequest[]): void {
    this.#waiting.push(...requests);
    this.#next();
  }

  /** Takes note of a message on the item, which has been told by now. */
  hear(states: ItemStates): void {
    const flight = this.#flight;
    if (!flight) return;
    flight.heard = states;
    const isWished = (states.cartItem?.quantity ?? 0) === flight.request.wish.quantity;
    if (isWished || flight.isDue) this.#settle(flight, states, true);
  }

  /** The placement knows no item of the id that was asked: nothing better will come. */
  clear(): void {
    const { request } = this.#flight ?? {};
    if (!request) return;
    const outcome = request.wish.quantity === 0 ? 'applied' : 'refused';
    this.#resolve(request, { outcome, answered: true, cartItem: null, oldCartItem: null });
  }

  /** Gives up the requests that wait, for another lane to take up. */
  takeWaiting(): readonly UpdateRequest[] {
    return this.#waiting.splice(0);
  }

  /** Rejects all that was asked, sent or not. */
  rejectAll(reason: unknown): void {
    const requests = [this.asked, ...this.#waiting.splice(0)];
    this.#end();
    for (const request of requests) request?.reject(reason);
  }

  #next(): void {
    if (this.#flight || this.#isResting) return;
    const request = this.#waiting.shift();
    if (!request) return;
    if (!request.take()) return this.#next();
    const result = this.#context.settleUnsent(this.#ref, request.wish.quantity);
    if (result) this.#resolve(request, result);
    else this.#fly(request);
  }

  #fly(request: UpdateRequest): void {
    const { send, held, updateTimeout } = this.#context;
    const heldBefore = held(this.#ref)?.quantity ?? 0;
    const flight: Flight = { request, heldBefore, isSent: false, isDue: false, timers: [] };
    this.#flight = flight;
    this.#later(flight, updateTimeout, () => this.#giveUp(flight));
    const sent = send(this.#ref, request.wish.quantity).then(
      () => {
        flight.isSent = true;
      },
      // One placement may have done its part where `send()` fails for another: only the messages tell.
      (thrown: unknown) => {
        flight.cause = thrown;
      },
    );
    void sent.then(() => this.#later(flight, SETTLE_DELAY, () => this.#expectNoBetter(flight)));
  }

  /** Does something after a while, if `flight` is still on by then. */
  #later(flight: Flight, delay: number, act: () => void): void {
    const isOn = () => this.#flight === flight;
    const actInTurn = () =>
      this.#context.inTurn(() => {
        if (isOn()) act();
      });
    if (isOn()) flight.timers.push(setTimeout(actInTurn, delay));
  }

  #expectNoBetter(flight: Flight): void {
    flight.isDue = true;
    if (flight.heard) this.#settle(flight, flight.heard, true);
  }

  #giveUp(flight: Flight): void {
    const { request, heard, isSent, cause } = flight;
    const { held, isNamed, updateTimeout } = this.#context;
    if (heard) return this.#settle(flight, heard, true);
    if (!isSent) {
      const why = `the placements did not take it within ${updateTimeout} ms`;
      return this.#reject(request, new UpsellError('update-timeout', why, { cause }));
    }
    if (!isNamed(this.#ref)) {
      return this.#reject(request, new UpsellError('unknown-item', 'no placement has named it'));
    }
    const stands = held(this.#ref);
    this.#settle(flight, { cartItem: stands, oldCartItem: stands }, false);
  }

  #settle({ request, heldBefore }: Flight, states: ItemStates, answered: boolean): void {
    const now = states.cartItem?.quantity ?? 0;
    const outcome = outcomeOf(now, request.wish.quantity, heldBefore);
    const { cartItem, oldCartItem } = states;
    this.#resolve(request, { outcome, answered, cartItem, oldCartItem });
  }

  #resolve(request: UpdateRequest, result: UpdateResult): void {
    this.#end();
    request.resolve(result);
    this.#goOnAfter(request);
  }

  #reject(request: UpdateRequest, reason: unknown): void {
    this.#end();
    request.reject(reason);
    this.#goOnAfter(request);
  }

  #end(): void {
    this.#flight?.timers.forEach(clearTimeout);
    this.#flight = undefined;
  }

  /**
   * The page hears of one request before the next one is sent, also where that is answered inside `send()`, which is before
   * the page could listen to the promise.
   */
  #goOnAfter({ promise }: UpdateRequest): void {
    this.#isResting = true;
    const goOn = () =>
      this.#context.inTurn(() => {
        this.#isResting = false;
        this.#next();
      });
    const rest = () => undefined;
    void promise.then(rest, rest).then(goOn);
  }
}

import { type ItemStates, outcomeOf, UpsellError } from '../model/index.ts';
import { later } from '../sdk/index.ts';
import type { Item } from './item.ts';
import type { Ledger } from './ledger.ts';
import type { UpdateRequest } from './update-request.ts';

/** How long after `send()` has resolved a message with another quantity may still be followed by the wished one, ms. */
const SETTLE_DELAY = 250;

/** What a lane needs of its selection. */
export interface LanePort {
  readonly ledger: Ledger;
  /** How long an answer may take from sending, ms. */
  readonly updateTimeout: number;
  /** Sends a wish to the placements. */
  sendWish(item: Item, quantity: number): Promise<unknown>;
}

/** The request in flight on an item. */
interface RequestInFlight {
  readonly request: UpdateRequest;
  /** What was held when it was sent. */
  readonly before: number;
  /** Ends its timers. */
  readonly landing: AbortController;
  /** What the last message since then made of the item. */
  heard?: ItemStates;
  /** True once any message is answer enough. */
  isDue?: boolean;
  /** True once `send()` has resolved. */
  isSent?: boolean;
  /** Why `send()` failed, if it did. */
  cause?: unknown;
}

/**
 * One item's requests: one in flight, the rest in call order.
 *
 * The one in flight is settled by a message with the wished quantity, or by the last message at hand 250 ms after `send()`
 * resolved; silence until the time-out means that what is held stands, where the selection knows the item at all.
 */
export class ItemLane {
  readonly #item: Item;
  readonly #port: LanePort;
  readonly #waiting: UpdateRequest[] = [];
  #flight: RequestInFlight | undefined;
  /** True until the page has heard how the last request ended. */
  #isResting = false;

  constructor(item: Item, port: LanePort) {
    this.#item = item;
    this.#port = port;
  }

  /** The request in flight. */
  get asked(): UpdateRequest | undefined {
    return this.#flight?.request;
  }

  /** Takes `request` up when its turn comes. */
  add(request: UpdateRequest): void {
    this.#waiting.push(request);
    this.#next();
  }

  /** Takes note of a message on the item, which has been told by now. */
  hear(states: ItemStates): void {
    const flight = this.#flight;
    if (!flight) return;
    flight.heard = states;
    const isWished = (states.cartItem?.quantity ?? 0) === flight.request.wish.quantity;
    if (isWished || flight.isDue) this.#answer(flight, states);
  }

  /** The placement knows no item of the id that was asked: nothing better will come. */
  clear(): void {
    if (this.#flight) this.#answer({ ...this.#flight, before: 0 }, { cartItem: null, oldCartItem: null });
  }

  /** Rejects all that was asked, sent or not. */
  rejectAll(reason: unknown): void {
    const requests = [this.asked, ...this.#waiting.splice(0)];
    this.#land();
    for (const request of requests) request?.reject(reason);
  }

  #next(): void {
    if (this.#flight || this.#isResting) return;
    const request = this.#waiting.shift();
    if (!request) return;
    if (!request.take()) return this.#next();
    const result = this.#port.ledger.settleUnsent(this.#item, request.wish.quantity, this.#item.isNamed);
    if (result) this.#end(request, () => request.resolve(result));
    else this.#fly(request);
  }

  #fly(request: UpdateRequest): void {
    const { ledger, updateTimeout } = this.#port;
    const landing = new AbortController();
    const flight: RequestInFlight = { request, before: ledger.quantity(this.#item), landing };
    this.#flight = flight;
    const after = (ms: number, act: () => void) =>
      later(landing.signal, ms, () =>
        ledger.inTurn(() => {
          if (!landing.signal.aborted) act();
        }),
      );
    after(updateTimeout, () => this.#giveUp(flight));
    const sending = this.#port.sendWish(this.#item, request.wish.quantity).then(
      () => {
        flight.isSent = true;
      },
      (cause: unknown) => {
        // One placement may have done its part where `send()` fails for another: only the messages tell.
        flight.cause = cause;
      },
    );
    void sending.then(() =>
      after(SETTLE_DELAY, () => {
        flight.isDue = true;
        if (flight.heard) this.#answer(flight, flight.heard);
      }),
    );
  }

  #giveUp(flight: RequestInFlight): void {
    const { request, heard, isSent, cause } = flight;
    const { ledger, updateTimeout } = this.#port;
    if (heard) return this.#answer(flight, heard);
    if (isSent && this.#item.isNamed) {
      const stands = ledger.held(this.#item);
      return this.#answer(flight, { cartItem: stands, oldCartItem: stands }, false);
    }
    const code = isSent ? 'unknown-item' : 'update-timeout';
    const error = new UpsellError(code, `no answer within ${updateTimeout} ms`, { cause });
    this.#end(request, () => request.reject(error));
  }

  #answer(
    { request, before }: RequestInFlight,
    { cartItem, oldCartItem }: ItemStates,
    answered = true,
  ): void {
    const outcome = outcomeOf(cartItem?.quantity ?? 0, request.wish.quantity, before);
    this.#end(request, () => request.resolve({ outcome, answered, cartItem, oldCartItem }));
  }

  /**
   * The page hears of one request before the next one is sent, also where that is answered inside `send()`, which is before
   * the page could listen to the promise.
   */
  #end({ promise }: UpdateRequest, settle: () => void): void {
    this.#land();
    this.#isResting = true;
    settle();
    const rest = () => undefined;
    const goOn = () => {
      this.#isResting = false;
      this.#next();
    };
    void promise.then(rest, rest).then(() => this.#port.ledger.inTurn(goOn));
  }

  #land(): void {
    this.#flight?.landing.abort();
    this.#flight = undefined;
  }
}

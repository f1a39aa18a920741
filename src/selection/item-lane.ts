import { type CartItem, type ItemStates, outcomeOf, UpsellError } from '../model/index.ts';
import type { UpdateRequest } from './update-request.ts';
import type { UpdateResult } from './update-wish.ts';

/** How long after `send()` has resolved a message with another quantity may still be followed by the wished one, ms. */
const SETTLE_DELAY = 250;

/** What a lane needs of its item and selection. */
export interface LanePort {
  /** How long an answer may take from sending, ms. */
  readonly updateTimeout: number;
  /** Sends a wish to the placements. */
  send(quantity: number): Promise<unknown>;
  /** What is held of the item. */
  held(): CartItem | null;
  /** True when a message of this selection named the item. */
  isNamed(): boolean;
  /** How a wish ends that need not be sent, done by now; undefined when it has to be. */
  settleUnsent(quantity: number): UpdateResult | undefined;
  /** Does something when nothing else is being told. */
  inTurn(act: () => void): void;
}

/** The request in flight on an item. */
interface Flight {
  readonly request: UpdateRequest;
  /** What was held when it was sent. */
  readonly before: number;
  /** What the last message since then made of the item. */
  heard?: ItemStates;
  /** True once `send()` has resolved. */
  isSent?: boolean;
  /** True once any message is answer enough. */
  isDue?: boolean;
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
  readonly #port: LanePort;
  readonly #waiting: UpdateRequest[] = [];
  readonly #timers: ReturnType<typeof setTimeout>[] = [];
  #flight: Flight | undefined;
  /** True until the page has heard how the last request ended. */
  #isResting = false;

  constructor(port: LanePort) {
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
    const request = this.asked;
    if (!request) return;
    const outcome = request.wish.quantity === 0 ? 'applied' : 'refused';
    this.#resolve(request, { outcome, answered: true, cartItem: null, oldCartItem: null });
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
    const result = this.#port.settleUnsent(request.wish.quantity);
    if (result) this.#resolve(request, result);
    else this.#fly(request);
  }

  #fly(request: UpdateRequest): void {
    const flight: Flight = { request, before: this.#port.held()?.quantity ?? 0 };
    this.#flight = flight;
    this.#later(flight, this.#port.updateTimeout, () => this.#giveUp(flight));
    const end = (cause?: unknown) => {
      flight.cause = cause;
      this.#later(flight, SETTLE_DELAY, () => this.#expectNoBetter(flight));
    };
    const sent = () => {
      flight.isSent = true;
      end();
    };
    // One placement may have done its part where `send()` fails for another: only the messages tell.
    this.#port.send(request.wish.quantity).then(sent, end);
  }

  /** Does something after a while, if `flight` is still on by then. */
  #later(flight: Flight, delay: number, act: () => void): void {
    const isOn = () => this.#flight === flight;
    const actInTurn = () =>
      this.#port.inTurn(() => {
        if (isOn()) act();
      });
    if (isOn()) this.#timers.push(setTimeout(actInTurn, delay));
  }

  #expectNoBetter(flight: Flight): void {
    flight.isDue = true;
    if (flight.heard) this.#answer(flight, flight.heard);
  }

  #giveUp(flight: Flight): void {
    const { request, heard, isSent, cause } = flight;
    if (heard) return this.#answer(flight, heard);
    if (isSent && this.#port.isNamed()) {
      const stands = this.#port.held();
      return this.#answer(flight, { cartItem: stands, oldCartItem: stands }, false);
    }
    const code = isSent ? 'unknown-item' : 'update-timeout';
    this.#land();
    request.reject(new UpsellError(code, `no answer within ${this.#port.updateTimeout} ms`, { cause }));
    this.#rest(request);
  }

  #answer({ request, before }: Flight, { cartItem, oldCartItem }: ItemStates, answered = true): void {
    const outcome = outcomeOf(cartItem?.quantity ?? 0, request.wish.quantity, before);
    this.#resolve(request, { outcome, answered, cartItem, oldCartItem });
  }

  #resolve(request: UpdateRequest, result: UpdateResult): void {
    this.#land();
    request.resolve(result);
    this.#rest(request);
  }

  #land(): void {
    this.#timers.splice(0).forEach(clearTimeout);
    this.#flight = undefined;
  }

  /**
   * The page hears of one request before the next one is sent, also where that is answered inside `send()`, which is before
   * the page could listen to the promise.
   */
  #rest({ promise }: UpdateRequest): void {
    this.#isResting = true;
    const goOn = () =>
      this.#port.inTurn(() => {
        this.#isResting = false;
        this.#next();
      });
    const rest = () => undefined;
    void promise.then(rest, rest).then(goOn);
  }
}

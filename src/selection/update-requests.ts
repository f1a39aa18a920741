import { type CartItemUpdate, newQuantity, outcomeOf, UpsellError, updatedItem } from '../model/index.ts';
import type { UpdateRequest } from './update-request.ts';

/** How long after `send()` has resolved a message with another quantity may still be followed by the wished one, ms. */
const SETTLE_DELAY = 250;

/** The request in flight on an item. */
interface Flight {
  readonly request: UpdateRequest;
  /** The last message on the item since it was sent. */
  answer?: CartItemUpdate;
  /** True once any message is answer enough. */
  isDue: boolean;
  /** Why `send()` failed, if it did. */
  cause?: unknown;
  readonly timers: ReturnType<typeof setTimeout>[];
}

/** One item's requests: one in flight, the rest in call order. */
interface Lane {
  cartItemId: string;
  flight?: Flight | undefined;
  readonly waiting: UpdateRequest[];
}

export interface UpdateRequestsOptions {
  /** Sends one wish to the placements. */
  send(cartItemId: string, quantity: number): Promise<unknown>;
  /** True when a message of this selection named the item. */
  isNamed(cartItemId: string): boolean;
  /** How long an answer may take from sending, ms. */
  readonly updateTimeout: number;
}

/**
 * Pairs the page's requests with the placements' messages.
 *
 * A message belongs to the item of its old id. It settles the request in flight there when it has the wished quantity,
 * or when it is the last one at hand 250 ms after `send()` resolved: only the message that comes back tells what a
 * placement did. When ids differ, the item's requests move on to the new id.
 */
export class UpdateRequests {
  readonly #options: UpdateRequestsOptions;
  readonly #lanes = new Map<string, Lane>();

  constructor(options: UpdateRequestsOptions) {
    this.#options = options;
  }

  /** Sends `request` when its item's turn comes; it rejects with `unknown-item` or `update-timeout` if nothing answers. */
  add(cartItemId: string, request: UpdateRequest): void {
    let lane = this.#lanes.get(cartItemId);
    if (!lane) this.#lanes.set(cartItemId, (lane = { cartItemId, waiting: [] }));
    lane.waiting.push(request);
    this.#sendNext(lane);
  }

  /** Takes note of a message: whether its item has a request in flight, and how to settle that if this answers it. */
  note(update: CartItemUpdate): { readonly isAnswer: boolean; readonly settle: () => void } {
    const lane = this.#follow(update);
    const flight = lane?.flight;
    if (!lane || !flight) return { isAnswer: false, settle: () => undefined };
    flight.answer = update;
    const isSettled = flight.isDue || newQuantity(update) === flight.request.wish.quantity;
    return { isAnswer: true, settle: () => isSettled && this.#settle(lane, flight) };
  }

  /** Rejects all that was asked, sent or not. */
  rejectAll(reason: unknown): void {
    const lanes = [...this.#lanes.values()];
    this.#lanes.clear();
    for (const lane of lanes) {
      const { flight } = lane;
      lane.flight = undefined;
      flight?.timers.forEach(clearTimeout);
      for (const request of [flight?.request, ...lane.waiting.splice(0)]) request?.reject(reason);
    }
  }

  /** The lane that `update` speaks to. What waits in it goes on under the item's new id. */
  #follow(update: CartItemUpdate): Lane | undefined {
    const { cartItemId } = updatedItem(update);
    const lane = this.#lanes.get(cartItemId);
    const nextId = update.cartItem?.cartItemId ?? cartItemId;
    if (!lane || nextId === cartItemId) return lane;
    const there = this.#lanes.get(nextId);
    if (there) {
      there.waiting.push(...lane.waiting.splice(0));
    } else {
      lane.cartItemId = nextId;
      this.#lanes.delete(cartItemId);
      this.#lanes.set(nextId, lane);
    }
    return lane;
  }

  #sendNext(lane: Lane): void {
    if (lane.flight) return;
    const request = lane.waiting.shift();
    if (!request) this.#lanes.delete(lane.cartItemId);
    else if (request.take()) this.#send(lane, { request, isDue: false, timers: [] });
    else this.#sendNext(lane);
  }

  #send(lane: Lane, flight: Flight): void {
    lane.flight = flight;
    flight.timers.push(setTimeout(() => this.#giveUp(lane, flight), this.#options.updateTimeout));
    const expectNoBetter = () => {
      flight.isDue = true;
      if (flight.answer) this.#settle(lane, flight);
    };
    const isHandled = () => flight.timers.push(setTimeout(expectNoBetter, SETTLE_DELAY));
    // One placement may have done its part where `send()` fails for another: only the messages tell.
    void this.#options
      .send(lane.cartItemId, flight.request.wish.quantity)
      .catch((thrown: unknown) => (flight.cause = thrown))
      .then(() => lane.flight === flight && isHandled());
  }

  #giveUp(lane: Lane, flight: Flight): void {
    if (flight.answer) return this.#settle(lane, flight);
    const { cartItemId } = lane;
    const { updateTimeout } = this.#options;
    const { cause } = flight;
    const error = this.#options.isNamed(cartItemId)
      ? new UpsellError('update-timeout', `${cartItemId}: no answer within ${updateTimeout} ms`, { cause })
      : new UpsellError('unknown-item', `${cartItemId}: no placement knows it`, { cause });
    this.#end(lane, flight, () => flight.request.reject(error));
  }

  #settle(lane: Lane, flight: Flight): void {
    const update = flight.answer as CartItemUpdate;
    const { cartItem, oldCartItem } = update;
    const outcome = outcomeOf(update, flight.request.wish.quantity);
    this.#end(lane, flight, () => flight.request.resolve({ outcome, cartItem, oldCartItem }));
  }

  /** Ends `flight` once, and lets the item's next request go. */
  #end(lane: Lane, flight: Flight, tell: () => void): void {
    if (lane.flight !== flight) return;
    flight.timers.forEach(clearTimeout);
    lane.flight = undefined;
    tell();
    this.#sendNext(lane);
  }
}

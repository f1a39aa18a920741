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
  readonly send: (cartItemId: string, quantity: number) => Promise<unknown>;
  /** True when a message of this selection named the item. */
  readonly isNamed: (cartItemId: string) => boolean;
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
export interface UpdateRequests {
  /** Sends `request` when its item's turn comes; it rejects with `unknown-item` or `update-timeout` if nothing answers. */
  add(cartItemId: string, request: UpdateRequest): void;
  /**
   * Takes note of a message: whether its item has a request in flight, and how to settle that if this answers it.
   *
   * @param heldAs the id that the item had until now
   */
  note(update: CartItemUpdate, heldAs: string): { readonly isAnswer: boolean; readonly settle: () => void };
  /** Rejects all that was asked, sent or not. */
  rejectAll(reason: unknown): void;
}

export function createUpdateRequests({
  send,
  isNamed,
  updateTimeout,
}: UpdateRequestsOptions): UpdateRequests {
  const lanes = new Map<string, Lane>();

  /** The lane that `update` speaks to. What waits in it goes on under the item's new id. */
  const follow = (update: CartItemUpdate, heldAs: string) => {
    const nextId = update.cartItem?.cartItemId ?? heldAs;
    // An answer may still come under an id that another message has replaced.
    const lane = lanes.get(updatedItem(update).cartItemId) ?? lanes.get(heldAs) ?? lanes.get(nextId);
    if (!lane || lane.cartItemId === nextId) return lane;
    const there = lanes.get(nextId);
    if (there) {
      there.waiting.push(...lane.waiting.splice(0));
    } else {
      lanes.delete(lane.cartItemId);
      lane.cartItemId = nextId;
      lanes.set(nextId, lane);
    }
    return lane;
  };

  const sendNext = (lane: Lane): void => {
    if (lane.flight) return;
    const request = lane.waiting.shift();
    if (!request) lanes.delete(lane.cartItemId);
    else if (request.take()) fly(lane, { request, isDue: false, timers: [] });
    else sendNext(lane);
  };

  const fly = (lane: Lane, flight: Flight) => {
    lane.flight = flight;
    const { timers, request } = flight;
    timers.push(setTimeout(() => giveUp(lane, flight), updateTimeout));
    const expectNoBetter = () => {
      flight.isDue = true;
      if (flight.answer) settle(lane, flight, flight.answer)();
    };
    // One placement may have done its part where `send()` fails for another: only the messages tell.
    void send(lane.cartItemId, request.wish.quantity)
      .catch((thrown: unknown) => (flight.cause = thrown))
      .then(() => lane.flight === flight && timers.push(setTimeout(expectNoBetter, SETTLE_DELAY)));
  };

  const giveUp = (lane: Lane, flight: Flight) => {
    const { answer, cause, request } = flight;
    if (answer) return settle(lane, flight, answer)();
    const { cartItemId } = lane;
    const error = isNamed(cartItemId)
      ? new UpsellError('update-timeout', `${cartItemId}: no answer within ${updateTimeout} ms`, { cause })
      : new UpsellError('unknown-item', `${cartItemId}: not named by a placement`, { cause });
    end(lane);
    request.reject(error);
    sendNext(lane);
  };

  /** Ends `flight` with its answer, which nothing can take back any more; the result tells it, after the event. */
  const settle = (lane: Lane, flight: Flight, answer: CartItemUpdate) => {
    const { cartItem, oldCartItem } = answer;
    const outcome = outcomeOf(answer, flight.request.wish.quantity);
    end(lane);
    return () => {
      flight.request.resolve({ outcome, cartItem, oldCartItem });
      sendNext(lane);
    };
  };

  const end = (lane: Lane) => {
    lane.flight?.timers.forEach(clearTimeout);
    lane.flight = undefined;
  };

  return {
    add(cartItemId, request) {
      let lane = lanes.get(cartItemId);
      if (!lane) lanes.set(cartItemId, (lane = { cartItemId, waiting: [] }));
      lane.waiting.push(request);
      sendNext(lane);
    },
    note(update, heldAs) {
      const lane = follow(update, heldAs);
      const flight = lane?.flight;
      if (!lane || !flight) return { isAnswer: false, settle: () => undefined };
      flight.answer = update;
      const isSettled = flight.isDue || newQuantity(update) === flight.request.wish.quantity;
      return { isAnswer: true, settle: isSettled ? settle(lane, flight, update) : () => undefined };
    },
    rejectAll(reason) {
      for (const lane of lanes.values()) {
        const { flight, waiting } = lane;
        end(lane);
        for (const request of [flight?.request, ...waiting.splice(0)]) request?.reject(reason);
      }
      lanes.clear();
    },
  };
}

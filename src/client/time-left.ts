import type { ReservedItem } from '../contract/wire.ts';
import { expectedKind, type ServerClock, toTime } from '../model/index.ts';

/** An answer, and what time it was at the server. */
export type Timed<Answer> = Answer & {
  /** Its `Date`, in ms since the epoch; undefined when it has none. */
  readonly serverTime: number | undefined;
};

/** By how much the server's clock is ahead of the one that nobody sets, for each answer. */
const ahead = new WeakMap<object, number>();

/** `answer`, which came when `performance.now()` was `cameAt`, with the server's time. */
export function timed<Answer extends object>(
  answer: Answer,
  { serverTime, now }: ServerClock,
  cameAt: number,
): Timed<Answer> {
  const result = { ...answer, serverTime };
  ahead.set(result, now - cameAt);
  return result;
}

/**
 * How long `item` is still held, in ms and never below 0: from the server's time to its expiry, less what has passed since
 * the answer came. Neither clock that is set anew changes it. Without a `Date` in the answer our own clock counts.
 *
 * @param answer of `cart.reserve`, itself and not a copy
 * @throws {TypeError} when the client has not given that answer
 */
export function timeLeft(answer: object, item: Pick<ReservedItem, 'expirationDateTimeUtc'>): number {
  const offset = ahead.get(answer);
  if (offset === undefined) throw new TypeError(expectedKind('answer', 'one of the client, no copy', answer));
  const left = toTime(item.expirationDateTimeUtc) - offset - performance.now();
  return left > 0 ? left : 0;
}

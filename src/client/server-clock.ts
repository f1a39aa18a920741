import type { FetchResponse } from './client-options.ts';

/** What an answer says of the time. */
export interface ServerClock {
  /** Its `Date`, in ms since the epoch; undefined without one. */
  readonly serverTime: number | undefined;
  /** How long it was kept on its way, in ms: its `Age`. */
  readonly age: number;
  /** What time it was at the server when it came, in ms since the epoch; our own clock's where it does not say. */
  readonly now: number;
}

/** The clock of the answer that has just come. */
export function clockOf({ headers }: FetchResponse): ServerClock {
  const serverTime = toTime(headers.get('date') ?? '') || undefined;
  const age = Math.max(0, largestIn(headers.get('age') ?? '')) * 1_000;
  return { serverTime, age, now: serverTime === undefined ? Date.now() : serverTime + age };
}

/**
 * A time in ms since the epoch, as HTTP or ISO 8601 writes it: UTC where it names no zone, and a leap second, which `Date`
 * does not know, is the second after. NaN when it is none.
 */
export function toTime(value: unknown): number {
  const text = String(value);
  const known = text.replace(/:60\b/, ':59');
  const time = Date.parse(/([a-z]|[+-]\d\d:?\d\d)\s*$/i.test(known) ? known : `${known}Z`);
  return known === text ? time : time + 1_000;
}

/** The largest of the numbers in `text`; below all others without one. */
export function largestIn(text: string): number {
  return Math.max(...(text.match(/(?<!\d)-?\d+(?:\.\d+)?/g) ?? []).map(Number));
}

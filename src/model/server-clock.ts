/** The headers of an answer: fetch's own, or whatever else is asked for one. */
export interface AnswerHeaders {
  get(name: string): string | null;
}

/** What an answer says of the time. */
export interface ServerClock {
  /** Its `Date`, in ms since the epoch; undefined without one. */
  readonly serverTime: number | undefined;
  /** How long it was kept on its way, in ms: its `Age`. */
  readonly age: number;
  /** What time it was at the server when it came, in ms since the epoch; our own clock's where it does not say. */
  readonly now: number;
}

/**
 * The clock of an answer that has just come.
 *
 * @param ownNow ms since the epoch, of our own clock
 */
export function clockOf(headers: AnswerHeaders, ownNow: number): ServerClock {
  const serverTime = toTime(headers.get('date') ?? '') || undefined;
  const age = Math.max(0, largestIn(headers.get('age') ?? '')) * 1_000;
  return { serverTime, age, now: serverTime === undefined ? ownNow : serverTime + age };
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

/**
 * What is left of an answer's `Retry-After` when it has come, in ms; 0 when there is nothing to wait for. Where proxies have
 * made several of it, or written a unit, the longest counts. A date is one of the server's own clock.
 */
export function retryAfterOf(headers: AnswerHeaders, { age, now }: ServerClock): number {
  const waits = (headers.get('retry-after') ?? '')
    .split(',')
    .map((part) => (/\d:\d/.test(part) ? toTime(part) - now : largestIn(part) * 1_000 - age));
  // Not Math.max: one that is no number would be the longest.
  return waits.reduce((longest, wait) => (wait > longest ? wait : longest), 0);
}

/** The largest of the numbers in `text`; below all others without one. */
function largestIn(text: string): number {
  return Math.max(...(text.match(/(?<!\d)-?\d+(?:\.\d+)?/g) ?? []).map(Number));
}

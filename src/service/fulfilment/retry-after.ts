const SECOND = 1000;

/** The headers of an answer that say when to come again, each with all of its values. */
export type RetryHeaders = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * ms that an answer asks to wait by its `Retry-After`: the largest number in it, or else the latest date; 0 without one that can be
 * understood. A date counts from the receiver's own `Date`, and what was kept on its way has waited for its `Age`.
 *
 * @param now ms since the epoch, of the real clock
 */
export function retryAfterIn(headers: RetryHeaders, now: number): number {
  const values = headers['retry-after'] ?? [];
  const sent = toTime(headers['date']?.[0] ?? '') ?? now;
  const waits = values.flatMap((value) => waitsIn(value, sent));
  const ages = (headers['age'] ?? []).map(Number).filter((age) => age > 0);
  return Math.max(0, Math.max(0, ...waits) - Math.max(0, ...ages) * SECOND);
}

/** The ms that a value names: by dates, or else by every number in it, as seconds. */
function waitsIn(value: string, sent: number): number[] {
  const dates = value.match(/[A-Za-z]+,? [^,]*\d:\d\d:\d\d(?: GMT)?/g) ?? [];
  if (dates.length > 0) return dates.flatMap((date) => (toTime(date) ?? sent) - sent);
  const numbers = value.match(/(?<![\d.-])\d+(?:\.\d+)?/g) ?? [];
  return numbers.map((number) => Number(number) * SECOND);
}

/** ms since the epoch of an HTTP date, which may have a second 60; undefined for what is none. */
function toTime(date: string): number | undefined {
  const isLeap = /:60\b/.test(date);
  const time = Date.parse(date.replace(/:60\b/, ':59').replace(/(?: GMT)?$/, ' GMT'));
  return Number.isNaN(time) ? undefined : time + (isLeap ? SECOND : 0);
}

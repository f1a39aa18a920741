const SECOND = 1000;

/** The headers of an answer that say when to come again, each with all of its values. */
export type RetryHeaders = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * ms that an answer asks to wait by its `Retry-After`: the longest of all that is in it, in seconds or as a date; 0 without one that
 * can be understood. A date counts from the receiver's own `Date`, and what was kept on its way has waited for its `Age`.
 *
 * @param now ms since the epoch, of the real clock
 */
export function retryAfterIn(headers: RetryHeaders, now: number): number {
  const values = headers['retry-after'] ?? [];
  const sent = toTime(headers['date']?.[0] ?? '') ?? now;
  const waits = values.flatMap((value) => value.split(',')).map((part) => waitIn(part, sent));
  const ages = (headers['age'] ?? []).map(Number).filter((age) => age > 0);
  return Math.max(0, Math.max(0, ...waits) - Math.max(0, ...ages) * SECOND);
}

/** The ms that a part of a value names: by its time of day, or else by the largest number in it, as seconds. */
function waitIn(part: string, sent: number): number {
  if (/\d:\d/.test(part)) return (toTime(part) ?? sent) - sent;
  const numbers = part.match(/(?<![\d.]|^-|\s-)\d+(?:\.\d+)?/g) ?? [];
  return Math.max(0, ...numbers.map(Number)) * SECOND;
}

/** ms since the epoch of an HTTP date, which may have a second 60; undefined for what is none. */
function toTime(date: string): number | undefined {
  const isLeap = /:60\b/.test(date);
  const time = Date.parse(date.replace(/:60\b/, ':59').replace(/(?: GMT)?$/, ' GMT'));
  return Number.isNaN(time) ? undefined : time + (isLeap ? SECOND : 0);
}

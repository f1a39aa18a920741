import { DAY, SECOND } from '../durations.ts';

const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What Standard Webhooks advises: quickly at first, for three days in all. */
const DELAYS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  DAY,
];

/**
 * How many ms to wait after so many failed attempts; null when it is enough. Up to a fifth is added by chance, so that
 * what failed together does not come back together.
 *
 * @param random from 0 to 1
 */
export function retryDelay(attempts: number, random: number): number | null {
  const delay = DELAYS[attempts - 1];
  return delay === undefined ? null : Math.round(delay * (1 + random / 5));
}

import { DAY, SECOND } from '../durations.ts';
import type { Health } from '../store/receivers.ts';

const MINUTE = 60 * SECOND;

/** After so many failures in a row a receiver is left alone: what waits for it loses no attempt meanwhile. */
export const BREAKS_AT = 5;

/** How long it is left alone at first, and at most; twice as long after each message that it does not take. */
const FIRST_HOLD = 10 * SECOND;
const LONGEST_HOLD = 10 * MINUTE;

/** An attempt that has failed. */
export interface FailedAttempt {
  /** It was the one message that asks whether the receiver takes messages again. */
  readonly isProbe: boolean;
  /** ms that the receiver has asked for; 0 without. */
  readonly retryAfter: number;
}

/** Whether a receiver is left alone, but for one message at a time. */
export function isBroken({ failures }: Health): boolean {
  return failures >= BREAKS_AT;
}

/**
 * How a receiver fares after a failed attempt. What was on its way when it was left alone says nothing new of it.
 *
 * @param now business time
 * @param random from 0 to 1: up to a fifth is added, so that receivers which failed together are not asked together
 */
export function nextHealth(health: Health, attempt: FailedAttempt, now: number, random: number): Health {
  const { isProbe } = attempt;
  const asked = now + Math.min(attempt.retryAfter, DAY);
  if (now < health.resumeAt && !isProbe) return { ...health, resumeAt: Math.max(health.resumeAt, asked) };
  const failures = health.failures + 1;
  return { failures, resumeAt: Math.max(now + holdAfter(failures, random), asked) };
}

function holdAfter(failures: number, random: number): number {
  if (failures < BREAKS_AT) return 0;
  const hold = Math.min(FIRST_HOLD * 2 ** (failures - BREAKS_AT), LONGEST_HOLD);
  return Math.round(hold * (1 + random / 5));
}

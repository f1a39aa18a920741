import { UpsellError, type UpsellErrorCode } from '../model/index.ts';
import type { LauncherSource } from '../sdk/index.ts';
import { unlessAborted } from './unless-aborted.ts';

/** One try at one source. */
export interface Attempt {
  readonly source: LauncherSource;
  /** Aborts when nobody waits for it any more: its time is up, or the selection has ended. */
  readonly waiting: AbortSignal;
  /** Aborts when it is over: it has failed, or the selection has ended. */
  readonly over: AbortSignal;
  /** How long it may be waited for, ms. */
  readonly timeout: number;
}

/** `step` of waiting for the launcher, unless waiting ends before. */
export function untilLaunched<T>({ source, ...attempt }: Attempt, step: PromiseLike<T>): Promise<T> {
  return unlessOver(attempt, step, () => source.timeoutReason);
}

/** `step` of the selection itself, unless waiting ends before. */
export function untilSelected<T>({ source, ...attempt }: Attempt, step: PromiseLike<T>): Promise<T> {
  // Own offers are one thing to wait for, whichever step of it is slow.
  return unlessOver(attempt, step, () =>
    source.servedBy === 'offers' ? source.timeoutReason : 'selection-timeout',
  );
}

function unlessOver<T>(
  { waiting, over, timeout }: Omit<Attempt, 'source'>,
  step: PromiseLike<T>,
  reason: () => UpsellErrorCode | UpsellError,
): Promise<T> {
  return unlessAborted(step, waiting, () => {
    if (over.aborted) return new UpsellError('no-selection', 'it has ended');
    const why = reason();
    return typeof why === 'string' ? new UpsellError(why, `no answer within ${timeout} ms`) : why;
  });
}

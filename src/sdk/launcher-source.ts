import { type ServedBy, UpsellError, type UpsellErrorCode } from '../model/index.ts';
import type { ConsentFlags } from './consent.ts';
import type { Launcher } from './launcher.ts';
import { later, unlessAborted } from './unless-aborted.ts';

/** Who acquires a launcher, and what it may be told later. */
export interface LauncherClient {
  /**
   * Aborts when nobody waits for the launcher any more, or nobody is on it: its time is up, its selection has ended, its
   * element has left. It counts for nothing then.
   */
  readonly signal: AbortSignal;
  /** How long the launcher may be waited for in all, ms. */
  readonly timeout: number;
  /** The launcher it was given is gone: what was selected with it has ended and is to be selected anew. */
  renewed(): void;
  /** An error that ends nothing. */
  report(error: UpsellError): void;
}

/** Where a launcher comes from. It is made anew for each selection, and acquired once. */
export interface LauncherSource {
  readonly servedBy: ServedBy;
  /** What it would mean to give up waiting for the launcher now: what has failed already, if anything has. */
  readonly timeoutReason: UpsellErrorCode | UpsellError;
  /**
   * The launcher. Rejects with an UpsellError; it may never settle, so whoever waits does so by `unlessAborted`, and aborts
   * the client's signal when they wait no more.
   */
  acquire(client: LauncherClient): Promise<Launcher>;
  /** The client's consent from now on; a launcher that tracks nobody does not ask for it. */
  setConsent?(consent: ConsentFlags): void;
}

/** The error of one who has waited `timeout` ms in vain. */
export function timeoutError(reason: UpsellErrorCode | UpsellError, timeout: number): UpsellError {
  return typeof reason === 'string' ? new UpsellError(reason, `no answer within ${timeout} ms`) : reason;
}

/** The launcher of `source`, for something other than a selection: whoever has it does not count. */
export async function acquireBriefly(source: LauncherSource, timeout: number): Promise<Launcher> {
  const end = new AbortController();
  const { signal } = end;
  const ignore = () => undefined;
  later(signal, timeout, () => end.abort(timeoutError(source.timeoutReason, timeout)));
  const acquiring = source.acquire({ signal, timeout, renewed: ignore, report: ignore });
  return unlessAborted(signal, acquiring).finally(() => end.abort());
}

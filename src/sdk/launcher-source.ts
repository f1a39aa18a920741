import { UpsellError, type ServedBy, type UpsellErrorCode } from '../model/index.ts';
import type { ConsentFlags } from './consent.ts';
import type { Launcher, LauncherOptions } from './launcher.ts';

/** Who acquires a launcher, and what it may be told later. */
export interface LauncherClient {
  /** Aborts when its selection has ended, its attempt is over, or its element has left: it counts for nothing then. */
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
  /** The launcher. Rejects with an UpsellError. */
  acquire(client: LauncherClient): Promise<Launcher>;
  /** The client's consent from now on; only sources with a launcher of ours have it. */
  setConsent?(consent: ConsentFlags): void;
}

/** Tells the client that a launcher which is not ours keeps the options it was made with. */
export function reportFixedOptions(options: LauncherOptions, client: LauncherClient): void {
  const names = Object.keys(options).filter((name) => name !== 'accountId');
  if (names.length === 0) return;
  client.report(new UpsellError('launcher-options-fixed', `${names.join(', ')}: made by the page`));
}

/**
 * `step`, as long as the client is there and its time is not over.
 *
 * @param toError what it rejects with when the time is over
 */
export function whileWaited<T>(
  step: Promise<T>,
  { signal, timeout }: LauncherClient,
  toError: () => UpsellError,
): Promise<T> {
  const stop = new AbortController();
  const waited = new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(toError()), timeout);
    stop.signal.addEventListener('abort', () => clearTimeout(timer));
    signal.addEventListener('abort', () => reject(leftError()), { signal: stop.signal });
    if (signal.aborted) reject(leftError());
    step.then(resolve, reject);
  });
  return waited.finally(() => stop.abort());
}

/** What one gets who waits for a launcher and has left. */
export function leftError(): UpsellError {
  return new UpsellError('no-selection', 'it has ended');
}

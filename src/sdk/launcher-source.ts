import { UpsellError, type ServedBy, type UpsellErrorCode } from '../model/index.ts';
import type { Launcher, LauncherOptions } from './launcher.ts';

/** What a shopper has not consented to. */
export interface ConsentFlags {
  readonly noFunctional: boolean;
  readonly noTargeting: boolean;
  readonly noDeviceId: boolean;
}

/** Who acquires a launcher, and what it may be told later. */
export interface LauncherClient {
  /** Aborts when the selection has ended, its attempt is over, or its element has left: from then on it counts for nothing. */
  readonly signal: AbortSignal;
  /** How long the launcher may be waited for in all, ms. */
  readonly timeout: number;
  /** The launcher was made anew with other options: what was selected with the old one has ended. */
  renewed(): void;
  report(error: UpsellError): void;
}

/** Where a launcher comes from. */
export interface LauncherSource {
  readonly servedBy: ServedBy;
  readonly timeoutReason: UpsellErrorCode | UpsellError;
  acquire(client: LauncherClient): Promise<Launcher>;
  setConsent?(consent: ConsentFlags): void;
}

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

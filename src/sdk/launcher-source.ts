import type { ServedBy, UpsellError, UpsellErrorCode } from '../model/index.ts';
import type { ConsentFlags } from './consent.ts';
import type { Launcher } from './launcher.ts';

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
   * The launcher. Rejects with an UpsellError; it may never settle, so whoever waits does so by an `Attempt`.
   */
  acquire(client: LauncherClient): Promise<Launcher>;
  /** The client's consent from now on; a launcher that tracks nobody does not ask for it. */
  setConsent?(consent: ConsentFlags): void;
}

import type { ServedBy, UpsellErrorCode } from '../model/index.ts';
import type { Launcher } from './launcher.ts';

/** Where a launcher comes from. */
export interface LauncherSource {
  readonly servedBy: ServedBy;
  /** What it would mean to give up waiting now. */
  readonly timeoutCode: UpsellErrorCode;
  /** The launcher, made at the first call. Rejects with an UpsellError; a later call tries again. */
  acquire(): Promise<Launcher>;
}

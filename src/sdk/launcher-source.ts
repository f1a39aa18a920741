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
  readonly signal: AbortSignal;
  readonly timeout: number;
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

import { UpsellError } from '../model/index.ts';
import { CONSENT_FLAGS, type ConsentFlags } from './consent.ts';
import type { LauncherOptions } from './launcher.ts';
import { askedOptions } from './launcher-options.ts';
import type { LauncherClient } from './launcher-source.ts';

/** One who asks for a launcher. */
export interface LauncherAsker {
  client?: LauncherClient;
  /** What it asks of a launcher, consent flags too. */
  options: LauncherOptions;
  /** True once it was given a launcher that others have made. */
  hasOthers?: boolean;
}

/** `asker` was given a launcher that others have made: it is told, by name, which of its options may not count. */
export function useOthers(asker: LauncherAsker): void {
  asker.hasOthers = true;
  const { accountId: _ours, ...options } = asker.options;
  reportFixed(asker, Object.keys(askedOptions(options)));
}

/** What `asker` agrees to from now on. */
export function setConsent(asker: LauncherAsker, consent: ConsentFlags): void {
  const added = CONSENT_FLAGS.filter((name) => consent[name] && !asker.options[name]);
  asker.options = { ...asker.options, ...consent };
  if (asker.hasOthers) reportFixed(asker, added);
}

/** Tells `asker` which of its options its launcher was made without. */
export function reportFixed({ client }: LauncherAsker, names: readonly string[]): void {
  if (names.length === 0) return;
  client?.report(
    new UpsellError('launcher-options-fixed', `${names.join(', ')}: the launcher keeps its own`),
  );
}

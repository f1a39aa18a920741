import { UpsellError } from '../model/index.ts';
import type { LauncherOptions } from './launcher.ts';
import type { LauncherClient } from './launcher-source.ts';

/** Tells the client, by name, which options its launcher was made without. */
export function reportFixedOptions(names: readonly string[], why: string, client: LauncherClient): void {
  if (names.length === 0) return;
  client.report(new UpsellError('launcher-options-fixed', `${names.join(', ')}: ${why}`));
}

/** Tells the client what `options` ask for, by name, since its launcher was made by others. */
export function reportOthersOptions(options: LauncherOptions, client: LauncherClient): void {
  const asked = Object.entries(options).filter(([name, value]) => name !== 'accountId' && isAsked(value));
  const names = asked.map(([name]) => name);
  reportFixedOptions(names, 'the launcher was made by others and keeps its own', client);
}

function isAsked(value: unknown): boolean {
  return value != null && value !== false;
}

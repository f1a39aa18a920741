import { isRecord } from '../model/index.ts';
import type { Launcher } from './launcher.ts';

/** What a launcher is, for messages. */
export const A_LAUNCHER = 'an object with selectPlacements()';

/** True for what can be asked for selections. */
export function isLauncher(value: unknown): value is Launcher {
  return isRecord(value) && typeof value['selectPlacements'] === 'function';
}

import { expected, failAs, isRecord } from '../model/index.ts';
import type { Launcher } from './launcher.ts';
import type { LauncherSource } from './launcher-source.ts';

/** A launcher that the page made, or a promise of one; never terminated by us. */
export function createGivenSource(launcher: Launcher | PromiseLike<Launcher>): LauncherSource {
  return {
    servedBy: 'launcher',
    timeoutCode: 'launcher-timeout',
    acquire: () => Promise.resolve(launcher).then(toLauncher).catch(failAs('launcher-rejected')),
  };
}

/**
 * `value`, once it is seen to be a launcher.
 *
 * @throws {TypeError} when it has no `selectPlacements`
 */
export function toLauncher(value: unknown): Launcher {
  if (isRecord(value) && typeof value['selectPlacements'] === 'function') return value as unknown as Launcher;
  throw new TypeError(expected('launcher', 'an object with selectPlacements()', value));
}

import { expected, failAs, isRecord } from '../model/index.ts';
import type { Launcher, LauncherOptions } from './launcher.ts';
import { type LauncherSource, reportFixedOptions } from './launcher-source.ts';

declare global {
  interface Window {
    /** mParticle's SDK+; its `Rokt` is a stub, whose calls return nothing, until `ready` calls back. */
    mParticle?: { ready?(callback: () => void): void; Rokt?: unknown };
  }
}

/** A launcher that the page made, a promise of one, or mParticle's `Rokt`; never terminated by us. */
export function createGivenSource(
  launcher: Launcher | PromiseLike<Launcher>,
  options: LauncherOptions = {},
): LauncherSource {
  return {
    servedBy: 'launcher',
    timeoutReason: 'launcher-timeout',
    acquire(client) {
      reportFixedOptions(options, client);
      return Promise.resolve(launcher).then(afterStub).then(toLauncher).catch(failAs('launcher-rejected'));
    },
  };
}

/** What stands in the place of mParticle's stub once its kit is there. Any other launcher is itself. */
function afterStub(launcher: unknown): unknown {
  const { mParticle } = globalThis as unknown as Window;
  if (!mParticle?.ready || mParticle.Rokt !== launcher) return launcher;
  return new Promise((resolve) => mParticle.ready?.(() => resolve(mParticle.Rokt)));
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

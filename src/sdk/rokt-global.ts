import type { RoktGlobal } from './launcher.ts';
import { watchFor } from './watch-for.ts';

/** Rokt's global, if its script has left it by now. */
export function readyRokt(): RoktGlobal | undefined {
  return typeof window.Rokt?.createLauncher === 'function' ? (window.Rokt as RoktGlobal) : undefined;
}

/** Rokt's global as soon as it is there; undefined after `timeout` ms, or as soon as `isOver` says so. */
export function awaitRokt(timeout: number, isOver = () => false): Promise<RoktGlobal | undefined> {
  const end = Date.now() + timeout;
  return watchFor(readyRokt, () => Date.now() >= end || isOver());
}

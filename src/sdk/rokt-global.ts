import type { RoktGlobal } from './launcher.ts';

const POLL_INTERVAL = 50;

/** Rokt's global, if its script has left it by now. */
export function readyRokt(): RoktGlobal | undefined {
  return typeof window.Rokt?.createLauncher === 'function' ? (window.Rokt as RoktGlobal) : undefined;
}

/** Rokt's global as soon as it is there; undefined after `timeout` ms, or as soon as `isOver` says so. */
export async function awaitRokt(timeout: number, isOver = () => false): Promise<RoktGlobal | undefined> {
  const end = Date.now() + timeout;
  while (!readyRokt() && Date.now() < end && !isOver()) await pause(POLL_INTERVAL);
  return readyRokt();
}

/** Resolves in `ms`. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

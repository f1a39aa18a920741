import { isLauncher } from './is-launcher.ts';
import type { Launcher } from './launcher.ts';
import { page } from './page.ts';

/** mParticle's SDK+ on the page: at first a stub whose calls return nothing, which the real object replaces. */
interface SdkPlus {
  /** Calls back once the SDK has started; what it queues has no time-out. */
  ready?(callback: () => void): void;
  Rokt?: unknown;
}

/** Its `Rokt`: it selects once a kit with a launcher is attached to it. */
interface SdkPlusRokt extends Launcher {
  /** True when such a kit is there; a stub has no such method. */
  isReady?(): boolean;
}

declare global {
  interface Window {
    mParticle?: SdkPlus | undefined;
  }
}

/** What SDK+ is at one moment: a launcher, or what it lacks to be one. */
export type SdkPlusState = { readonly launcher: Launcher } | { readonly lack: string };

const asked = new WeakSet<SdkPlus>();
const started = new WeakSet<SdkPlus>();

/** True once `mParticle.ready` has called back. */
export function hasSdkPlusStarted(): boolean {
  const { mParticle } = page;
  if (typeof mParticle?.ready !== 'function') return false;
  if (!asked.has(mParticle)) {
    asked.add(mParticle);
    // A stub's queue is the real object's: by then that one is on the page.
    mParticle.ready(() => started.add(page.mParticle ?? mParticle));
  }
  return started.has(mParticle);
}

/** SDK+ as it is on the page now. */
export function readSdkPlus(): SdkPlusState {
  const { mParticle } = page;
  if (!mParticle) return { lack: 'window.mParticle is not on the page' };
  const { Rokt } = mParticle;
  if (!isLauncher(Rokt)) return { lack: 'window.mParticle has no Rokt' };
  const launcher: SdkPlusRokt = Rokt;
  if (typeof launcher.isReady === 'function') {
    return launcher.isReady() ? { launcher } : { lack: "mParticle's Rokt kit has not started" };
  }
  const hasStarted = typeof mParticle.ready !== 'function' || hasSdkPlusStarted();
  return hasStarted ? { launcher } : { lack: 'mParticle.ready has not called back' };
}

/** True for what stands for SDK+: its `Rokt` of this moment, or a stub of it that may have been replaced since. */
export function standsForSdkPlus(value: unknown): boolean {
  if (!isLauncher(value)) return false;
  // Of all launchers, SDK+ alone takes extension data, and the real one tells whether it is ready.
  const isStub = 'setExtensionData' in value && !('isReady' in value);
  return isStub || value === page.mParticle?.Rokt;
}

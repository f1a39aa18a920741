import { isRecord } from '../model/index.ts';
import type { SelectPlacementsOptions } from './launcher.ts';
import { page } from './page.ts';

/** mParticle's SDK+ on the page: at first a stub whose calls return nothing, which the real object replaces. */
interface SdkPlus {
  /** Calls back once the SDK has started; what it queues has no time-out. */
  ready?(callback: () => void): void;
  Rokt?: SdkPlusRokt;
}

/** Its `Rokt`: a launcher, once a kit with one is attached to it. */
interface SdkPlusRokt {
  /** True when such a kit is there; a stub has no such method. */
  isReady?(): boolean;
  /** True when a kit is configured. */
  readonly isInitialized?: boolean;
  selectPlacements?(options: SelectPlacementsOptions): unknown;
}

declare global {
  interface Window {
    mParticle?: SdkPlus | undefined;
  }
}

/** The SDK+ object that was asked last whether it has started, and its answer. */
let asked: SdkPlus | undefined;
let hasStarted = false;

/** True once `mParticle.ready` has called back. */
export function hasSdkPlusStarted(): boolean {
  const { mParticle } = page;
  if (mParticle !== asked) {
    asked = mParticle;
    hasStarted = false;
    // A stub's queue is the real object's, which takes its place.
    mParticle?.ready?.(() => {
      hasStarted = true;
    });
  }
  return hasStarted;
}

/** SDK+ as it is on the page now, once it can select. */
export function readSdkPlus(): unknown {
  const rokt = page.mParticle?.Rokt;
  const isReady = rokt?.isReady?.() ?? hasSdkPlusStarted();
  return isReady && rokt;
}

/** True for what stands for SDK+: its `Rokt`, or a stub of it that may have been replaced since. */
export function standsForSdkPlus(value: unknown): boolean {
  // Of all launchers, SDK+ alone takes extension data.
  return isRecord(value) && 'setExtensionData' in value;
}

import { isLauncher, type Launcher, type SelectPlacementsOptions } from './launcher.ts';
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

/** The SDK+ objects that were asked whether they have started, and whether they have. */
const started = new WeakMap<SdkPlus, boolean>();

/** True once `mParticle.ready` has called back. */
export function hasSdkPlusStarted(): boolean {
  const { mParticle } = page;
  if (!mParticle?.ready) return false;
  if (!started.has(mParticle)) {
    started.set(mParticle, false);
    // A stub's queue is the real object's: by then that one is on the page.
    mParticle.ready(() => started.set(page.mParticle ?? mParticle, true));
  }
  return started.get(mParticle) === true;
}

/** SDK+ as it is on the page now, if it can select. */
export function readSdkPlus(): Launcher | undefined {
  const { ready, Rokt } = page.mParticle ?? {};
  const isReady = Rokt?.isReady ? Rokt.isReady() : !ready || hasSdkPlusStarted();
  return isReady && isLauncher(Rokt) ? Rokt : undefined;
}

/** True for what stands for SDK+: its `Rokt` of this moment, or a stub of it that may have been replaced since. */
export function standsForSdkPlus(value: unknown): boolean {
  if (!isLauncher(value)) return false;
  // Of all launchers, SDK+ alone takes extension data, and the real one tells whether it is ready.
  const isStub = 'setExtensionData' in value && !('isReady' in value);
  return isStub || value === page.mParticle?.Rokt;
}

import { isRecord } from '../model/index.ts';
import type { Launcher, PlacementAttributes } from './launcher.ts';
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
  if (!isRokt(Rokt)) return { lack: 'window.mParticle has no Rokt' };
  if (typeof Rokt.isReady === 'function') {
    return Rokt.isReady() ? { launcher: toLauncher(Rokt) } : { lack: "mParticle's Rokt kit has not started" };
  }
  const isReady = typeof mParticle.ready !== 'function' || hasSdkPlusStarted();
  return isReady ? { launcher: toLauncher(Rokt) } : { lack: 'mParticle.ready has not called back' };
}

/** True for what stands for SDK+: its `Rokt` of this moment, or a stub of it that may have been replaced since. */
export function standsForSdkPlus(value: unknown): boolean {
  if (!isRokt(value)) return false;
  // Of all launchers, SDK+ alone takes extension data, and the real one tells whether it is ready.
  const isStub = 'setExtensionData' in value && !('isReady' in value);
  return isStub || value === page.mParticle?.Rokt;
}

function isRokt(value: unknown): value is SdkPlusRokt {
  return isRecord(value) && typeof value['selectPlacements'] === 'function';
}

/** `rokt` as a launcher: nobody but the page can terminate it, and it hashes without giving the words back. */
function toLauncher(rokt: SdkPlusRokt): Launcher {
  return {
    selectPlacements: (options) => rokt.selectPlacements(options),
    ...(rokt.hashAttributes && {
      hashAttributes: async (attributes) => onlyHashes(attributes, await rokt.hashAttributes?.(attributes)),
    }),
  };
}

/** The hashes alone: SDK+ gives the attributes back beside them, which one who wants hashes must not pass on. */
function onlyHashes(
  attributes: PlacementAttributes,
  hashed: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const names = Object.keys(attributes).map((name) => `${name}sha256`);
  return Object.fromEntries(Object.entries(hashed).filter(([name]) => names.includes(name)));
}

import type { LauncherClient } from './launcher-source.ts';
import { page } from './page.ts';
import { TAG_ID } from './script-tag.ts';
import { hasSdkPlusStarted } from './sdk-plus.ts';
import { watchFor } from './watch-for.ts';

let hasWarned = false;
/** The SDK+ objects whose kit was waited for; it has one turn. */
const waitedFor = new WeakSet();

/**
 * Resolves once mParticle's Rokt kit, where the page may have one, has made its launcher or is seen not to; after a quarter
 * of the client's time at most.
 *
 * The kit gives up where it finds a launcher script that it did not write, so whoever loads one of their own waits first.
 */
export async function untilKitHadItsTurn({ signal, timeout }: LauncherClient): Promise<void> {
  if (!page.mParticle || waitedFor.has(page.mParticle)) return;
  if (!hasWarned) console.warn('<rokt-upsell>: mParticle is here; use launcher="mparticle"');
  hasWarned = true;
  const end = Date.now() + timeout / 4;
  await watchFor(hasKitHadItsTurn, () => signal.aborted || Date.now() >= end);
  if (!signal.aborted) waitedFor.add(page.mParticle);
}

function hasKitHadItsTurn(): true | undefined {
  const isOver = page.Rokt?.currentLauncher ?? (hasSdkPlusStarted() && !isKitUnderWay());
  return isOver ? true : undefined;
}

/** True while a launcher script is there, and SDK+ has a kit configured whose launcher is not. */
function isKitUnderWay(): boolean {
  const hasScript = page.Rokt !== undefined || document.getElementById(TAG_ID) !== null;
  return hasScript && page.mParticle?.Rokt?.isInitialized === true;
}

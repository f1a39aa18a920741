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
  if (!hasWarned) console.warn('<rokt-upsell>: use launcher="mparticle" beside mParticle');
  hasWarned = true;
  const end = Date.now() + timeout / 4;
  await watchFor(hasKitHadItsTurn, () => signal.aborted || Date.now() >= end);
  if (!signal.aborted) waitedFor.add(page.mParticle);
}

/** A kit that is configured is under way from its script, or whose ever, to its launcher. */
function hasKitHadItsTurn(): boolean {
  const { Rokt, mParticle } = page;
  const hasScript = Rokt ?? document.getElementById(TAG_ID);
  const isUnderWay = hasScript && mParticle?.Rokt?.isInitialized;
  return Boolean(Rokt?.currentLauncher) || (hasSdkPlusStarted() && !isUnderWay);
}

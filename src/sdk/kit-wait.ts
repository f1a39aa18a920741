import { isRecord } from '../model/index.ts';
import type { LauncherClient } from './launcher-source.ts';
import { page } from './page.ts';
import { TAG_ID } from './script-tag.ts';
import { hasSdkPlusStarted } from './sdk-plus.ts';
import { watchFor } from './watch-for.ts';
import { leftError, whileWaited } from './while-waited.ts';

let hasWarned = false;
/** The SDK+ objects whose kit was waited for; it has one turn. */
const waitedFor = new WeakSet();

/**
 * Resolves once mParticle's Rokt kit, where the page may have one, has made its launcher or is seen not to; after a quarter
 * of the client's time at most.
 *
 * The kit gives up where it finds a launcher script that it did not write, so whoever loads one of their own waits first.
 */
export async function untilKitHadItsTurn(client: LauncherClient): Promise<void> {
  if (!page.mParticle || waitedFor.has(page.mParticle)) return;
  warnOnce();
  const turn = (waiting: AbortSignal) =>
    watchFor(
      () => hasKitHadItsTurn() || undefined,
      () => waiting.aborted,
    );
  const quarter = { ...client, timeout: client.timeout / 4 };
  // That its time is over is one way to have had a turn.
  await whileWaited(turn, quarter, leftError).catch(() => undefined);
  if (!client.signal.aborted) waitedFor.add(page.mParticle);
}

function hasKitHadItsTurn(): boolean {
  if (page.Rokt?.currentLauncher) return true;
  return hasSdkPlusStarted() && !isKitUnderWay();
}

/** True while a launcher script is there, and SDK+ has a kit configured whose launcher is not. */
function isKitUnderWay(): boolean {
  const rokt = page.mParticle?.Rokt;
  const hasScript = page.Rokt !== undefined || document.getElementById(TAG_ID) !== null;
  return hasScript && isRecord(rokt) && rokt['isInitialized'] === true;
}

function warnOnce(): void {
  if (hasWarned) return;
  hasWarned = true;
  console.warn(
    '<rokt-upsell> has an account-id on a page with mParticle: if that serves Rokt (SDK+), use launcher="mparticle", so that the page has one launcher.',
  );
}

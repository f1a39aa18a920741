import { page } from './page.ts';
import { TAG_ID } from './script-tag.ts';
import { hasSdkPlusStarted } from './sdk-plus.ts';
import { watchFor } from './watch-for.ts';

/** The turn of the kit of each SDK+ object; it has one. */
const turns = new Map<unknown, Promise<unknown>>();

/**
 * Resolves once mParticle's Rokt kit, where the page may have one, has made its launcher or is seen not to; after a quarter
 * of `timeout` at most.
 *
 * The kit gives up where it finds a launcher script that it did not write, so whoever loads one of their own waits first.
 */
export async function untilKitHadItsTurn(timeout: number): Promise<void> {
  const { mParticle } = page;
  if (!mParticle) return;
  if (turns.size === 0) console.warn('<rokt-upsell>: use launcher="mparticle" beside mParticle');
  const end = Date.now() + timeout / 4;
  const turn = turns.get(mParticle) ?? watchFor(hasKitHadItsTurn, () => Date.now() >= end);
  turns.set(mParticle, turn);
  await turn;
}

/** A kit that is configured is under way from its script, or whose ever, to its launcher. */
function hasKitHadItsTurn(): boolean {
  const { Rokt, mParticle } = page;
  const hasScript = Rokt ?? document.getElementById(TAG_ID);
  const isUnderWay = hasScript && mParticle?.Rokt?.isInitialized;
  return Boolean(Rokt?.currentLauncher) || (hasSdkPlusStarted() && !isUnderWay);
}

import { awaitRokt } from './rokt-global.ts';
import { ATTEMPT_TIMEOUT, hasRun, pagesTag } from './script-tag.ts';

/** What became of a script, as far as one can see. */
export type ScriptOutcome = 'ran' | 'failed' | 'unknown';

/** For a tag of the page's own that may be dead. */
const ADOPTION_TIMEOUT = 3_000;

/** The load of Rokt's script that the page has under way itself, by Rokt's snippet or a tag; undefined without one. */
export function pagesScript(): Promise<ScriptOutcome> | undefined {
  const promised = window.RoktLauncherScriptPromise;
  if (promised) return Promise.race([outcomeOf(promised), unknownAfter(awaitRokt(ATTEMPT_TIMEOUT))]);
  const tag = pagesTag();
  // Of a tag that failed or ran before we came no event tells.
  return tag && Promise.race([outcomeOf(hasRun(tag)), unknownAfter(isOver(tag))]);
}

function outcomeOf(running: Promise<unknown>): Promise<ScriptOutcome> {
  return running.then(
    () => 'ran',
    () => 'failed',
  );
}

async function unknownAfter(waited: Promise<unknown>): Promise<ScriptOutcome> {
  await waited;
  return 'unknown';
}

/**
 * Resolves once the global is there, or the script was fetched, or it has been waited for long enough.
 *
 * WebKit keeps no entry of a fetch that failed, so after the page's `load` that is a short while.
 */
async function isOver(tag: HTMLScriptElement): Promise<void> {
  let end = Infinity;
  await awaitRokt(ATTEMPT_TIMEOUT, () => {
    if (document.readyState === 'complete') end = Math.min(end, Date.now() + ADOPTION_TIMEOUT);
    return Date.now() >= end || performance.getEntriesByName(tag.src).length > 0;
  });
}

import { UpsellError } from '../model/index.ts';
import type { RoktGlobal } from './launcher.ts';
import { toScriptUrl } from './trusted-types.ts';

export const DEFAULT_SDK_URL = 'https://apps.rokt.com/wsdk/integrations/launcher.js';

/** The launcher script and how its tag is to be written. */
export interface LauncherScript {
  readonly url: string;
  readonly nonce?: string | undefined;
  /** Subresource integrity, for a pinned URL; Rokt's own has none. */
  readonly integrity?: string | undefined;
  readonly crossOrigin?: string | undefined;
}

const TAG_ID = 'rokt-launcher';
const ATTEMPTS = 3;
/** Shorter than an upsell's own time-out, so that a second attempt can still serve it. */
const ATTEMPT_TIMEOUT = 8_000;
/** For a load of the page's own that may be dead. */
const ADOPTION_TIMEOUT = 3_000;
const GLOBAL_TIMEOUT = 2_000;
const POLL_INTERVAL = 50;

/** Why the last attempt of the newest load failed. */
export let loadFailure: UpsellError | undefined;

const inFlight = new Map<string, Promise<RoktGlobal>>();

/**
 * Rokt's global, loading its script at most once however many ask, and again after a failure.
 *
 * Rejects with `script-blocked`, `script-timeout` (no attempt answered) or `sdk-missing` (the script ran, and no
 * `Rokt.createLauncher` came of it).
 */
export function loadRokt(script: LauncherScript): Promise<RoktGlobal> {
  const ready = readyRokt();
  if (ready) return Promise.resolve(ready);
  let load = inFlight.get(script.url);
  if (!load) {
    load = loadWithRetries(script).finally(() => inFlight.delete(script.url));
    inFlight.set(script.url, load);
  }
  return load;
}

function readyRokt(): RoktGlobal | undefined {
  return typeof window.Rokt?.createLauncher === 'function' ? (window.Rokt as RoktGlobal) : undefined;
}

async function loadWithRetries(script: LauncherScript): Promise<RoktGlobal> {
  loadFailure = undefined;
  for (let attempt = 1; ; attempt++) {
    const pages = attempt === 1 ? pagesOwnLoad() : undefined;
    try {
      await (pages ?? appendTag(script));
      return await lateGlobal(script.url);
    } catch (thrown) {
      loadFailure = thrown as UpsellError;
      if (attempt === ATTEMPTS || (!pages && loadFailure.code === 'sdk-missing')) throw thrown;
    }
    // With jitter, so that the shoppers of one outage do not all come back at once.
    await pause(2 ** attempt * 200 * (0.5 + Math.random() / 2));
    const ready = readyRokt();
    if (ready) return ready;
  }
}

/** The load that the page has under way itself: Rokt's snippet, or a tag. */
function pagesOwnLoad(): Promise<unknown> | undefined {
  const promised = window.RoktLauncherScriptPromise;
  if (promised) return Promise.race([promised, seen(ATTEMPT_TIMEOUT)]);
  const tag = document.getElementById(TAG_ID);
  if (!(tag instanceof HTMLScriptElement) || !tag.src) return undefined;
  // Of a tag that failed or ran before we came no event tells.
  return Promise.race([settled(tag), seen(ATTEMPT_TIMEOUT, tag.src)]);
}

/**
 * Resolves once the global is there, or `url` was fetched, or it has been waited for long enough.
 *
 * WebKit keeps no entry of a fetch that failed, so after the page's `load` that is a short while.
 */
async function seen(timeout: number, url = ''): Promise<void> {
  for (let end = Date.now() + timeout; Date.now() < end; await pause(POLL_INTERVAL)) {
    if (readyRokt() || performance.getEntriesByName(url).length > 0) return;
    if (document.readyState === 'complete') end = Math.min(end, Date.now() + ADOPTION_TIMEOUT);
  }
}

function appendTag({ url, nonce, integrity, crossOrigin }: LauncherScript): Promise<unknown> {
  // A tag that stands there by now is dead; an id belongs to one.
  document.getElementById(TAG_ID)?.removeAttribute('id');
  const tag = document.createElement('script');
  tag.id = TAG_ID;
  tag.async = true;
  tag.crossOrigin = crossOrigin ?? 'anonymous';
  tag.fetchPriority = 'high';
  if (nonce) tag.nonce = nonce;
  if (integrity) tag.integrity = integrity;
  try {
    tag.src = toScriptUrl(url);
  } catch (thrown) {
    return Promise.reject(blocked(url, thrown));
  }
  document.head.append(tag);
  return settled(tag).catch((thrown: unknown) => {
    tag.remove();
    throw thrown;
  });
}

/** Resolves when `tag` has run; rejects when it failed or nothing was heard of it. */
function settled(tag: HTMLScriptElement): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return new Promise((resolve, reject) => {
    const silence = new UpsellError('script-timeout', `no answer from ${tag.src}`);
    timer = setTimeout(reject, ATTEMPT_TIMEOUT, silence);
    tag.addEventListener('load', resolve);
    tag.addEventListener('error', () => reject(blocked(tag.src)));
  }).finally(() => clearTimeout(timer));
}

/** The global, which some wrappers set only some time after their script has run. */
async function lateGlobal(url: string): Promise<RoktGlobal> {
  await seen(GLOBAL_TIMEOUT);
  const ready = readyRokt();
  if (ready) return ready;
  throw new UpsellError('sdk-missing', `${url} left no Rokt.createLauncher`);
}

function blocked(url: string, cause?: unknown): UpsellError {
  return new UpsellError('script-blocked', `${url}: an ad blocker, a policy or the network`, {
    cause,
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import { failAs, launcherUrl, UpsellError, type UpsellErrorCode } from '../model/index.ts';
import type { RoktGlobal } from './launcher.ts';
import { toScriptAddress } from './script-origins.ts';
import { hasRun, pagesScript, type ScriptTagOptions, writeTag } from './script-tag.ts';
import { pause, watchFor } from './watch-for.ts';

/** The launcher script and how its tag is to be written. */
export interface LauncherScript extends ScriptTagOptions {
  /** Default: Rokt's own. */
  readonly url?: string | undefined;
}

interface LoadState {
  /** What has failed so far, with this script and no other. */
  failure: UpsellError | undefined;
}

/** A launcher script on its way. */
export interface ScriptLoad extends Readonly<LoadState> {
  /** Rejects with `script-blocked`, `script-timeout` or `sdk-missing`: the script ran, and left no launcher to make. */
  readonly rokt: Promise<RoktGlobal>;
}

const ATTEMPTS = 3;
/** Shorter than an upsell's own time-out, so that a second attempt can still serve it, ms. */
const ATTEMPT_TIMEOUT = 8_000;
/** Of a tag that failed before we came no event tells; one that the page has loaded with is there or dead, ms. */
const ADOPTION_TIMEOUT = 3_000;
/** Some wrappers set the global only some time after their script has run, ms. */
const GLOBAL_TIMEOUT = 2_000;

const underWay = new Map<string, ScriptLoad>();

/** Rokt's global, loading its script at most once however many ask, and again after a failure. */
export function loadRokt({ url = launcherUrl(), ...options }: LauncherScript): ScriptLoad {
  const known = underWay.get(url);
  if (known) return known;
  const state: LoadState = { failure: undefined };
  const rokt = run(state, url, options)
    .catch(failAs('script-blocked', 'Trusted Types: see allowScriptOrigin()'))
    .finally(() => underWay.delete(url));
  const load = Object.assign(state, { rokt });
  underWay.set(url, load);
  return load;
}

async function run(state: LoadState, url: string, options: ScriptTagOptions): Promise<RoktGlobal> {
  // Nothing is listened to that has nothing more to say.
  if (!readyRokt()) await adopt(state);
  for (let attempt = 1; ; attempt++) {
    const rokt = readyRokt() ?? (await load(state, toScriptAddress(url), options));
    if (rokt) return rokt;
    if (state.failure && (attempt === ATTEMPTS || state.failure.code === 'sdk-missing')) throw state.failure;
    // With jitter, so that the shoppers of one outage do not all come back at once.
    await pause(2 ** attempt * 200 * (0.5 + Math.random() / 2));
  }
}

/** Waits for a script that the page loads itself, by Rokt's snippet or a tag; what that one does is no failure of ours. */
async function adopt(state: LoadState): Promise<void> {
  // While a script of ours is under way, the tag is ours.
  const running = underWay.size === 0 ? pagesScript() : undefined;
  if (!running) return;
  const patience = () => (document.readyState === 'complete' ? ADOPTION_TIMEOUT : ATTEMPT_TIMEOUT);
  await watch(state, running, 'the script of the page', patience);
  state.failure = undefined;
}

async function load(state: LoadState, url: URL, options: ScriptTagOptions): Promise<RoktGlobal | undefined> {
  const tag = writeTag(url, options);
  const from = `the script of ${url.host}`;
  const rokt = await watch(state, hasRun(tag), from, () => ATTEMPT_TIMEOUT);
  if (rokt) return rokt;
  tag.remove();
  state.failure ??= new UpsellError('script-timeout', from);
  return undefined;
}

/** The global that a script leaves; undefined where it fails, leaves none, or nothing is heard of it. */
function watch(
  state: LoadState,
  running: Promise<unknown>,
  from: string,
  patience: () => number,
): Promise<RoktGlobal | undefined> {
  const start = Date.now();
  let end = Infinity;
  const fail = (code: UpsellErrorCode, rest: number) => {
    state.failure = new UpsellError(code, from);
    end = Date.now() + rest;
  };
  running.then(
    () => fail('sdk-missing', GLOBAL_TIMEOUT),
    () => fail('script-blocked', 0),
  );
  return watchFor(readyRokt, () => Date.now() >= Math.min(end, start + patience()));
}

/** Rokt's global, if its script has left it by now. */
function readyRokt(): RoktGlobal | undefined {
  return window.Rokt?.createLauncher ? (window.Rokt as RoktGlobal) : undefined;
}

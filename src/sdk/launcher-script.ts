import { UpsellError, type UpsellErrorCode } from '../model/index.ts';
import type { RoktGlobal } from './launcher.ts';
import { toScriptAddress } from './script-origins.ts';
import { hasRun, pagesScript, type ScriptTagOptions, writeTag } from './script-tag.ts';
import { pause, watchFor } from './watch-for.ts';

export const DEFAULT_SDK_URL = 'https://apps.rokt.com/wsdk/integrations/launcher.js';

/** The launcher script and how its tag is to be written. */
export interface LauncherScript extends ScriptTagOptions {
  readonly url: string;
}

/** A launcher script on its way. */
export interface ScriptLoad {
  /** Rejects with `script-blocked`, `script-timeout` or `sdk-missing`: the script ran, and left no launcher to make. */
  readonly rokt: Promise<RoktGlobal>;
  /** What has failed so far, with this script and no other. */
  readonly failure: UpsellError | undefined;
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
export function loadRokt(script: LauncherScript): ScriptLoad {
  const load = underWay.get(script.url) ?? new OneLoad(script);
  underWay.set(script.url, load);
  const forget = () => underWay.delete(script.url);
  load.rokt.then(forget, forget);
  return load;
}

class OneLoad implements ScriptLoad {
  readonly rokt: Promise<RoktGlobal>;
  failure: UpsellError | undefined;

  constructor(script: LauncherScript) {
    this.rokt = this.#load(script);
  }

  async #load(script: LauncherScript): Promise<RoktGlobal> {
    await this.#adopt();
    for (let attempt = 1; ; attempt++) {
      const rokt = readyRokt() ?? (await this.#try(script));
      if (rokt) return rokt;
      if (this.failure && (attempt === ATTEMPTS || this.failure.code === 'sdk-missing')) throw this.failure;
      // With jitter, so that the shoppers of one outage do not all come back at once.
      await pause(2 ** attempt * 200 * (0.5 + Math.random() / 2));
    }
  }

  /** Waits for a script that the page loads itself, by Rokt's snippet or a tag; what that one does is no failure of ours. */
  async #adopt(): Promise<void> {
    const running = readyRokt() ? undefined : pagesScript();
    if (!running) return;
    const patience = () => (document.readyState === 'complete' ? ADOPTION_TIMEOUT : ATTEMPT_TIMEOUT);
    await this.#watch(running, 'the script of the page', patience);
    this.failure = undefined;
  }

  async #try(script: LauncherScript): Promise<RoktGlobal | undefined> {
    const url = toScriptAddress(script.url);
    const tag = writeTag(url, script);
    const rokt = await this.#watch(hasRun(tag), url.host, () => ATTEMPT_TIMEOUT);
    if (rokt) return rokt;
    tag.remove();
    this.failure ??= new UpsellError('script-timeout', `${url.host}: no answer`);
    return undefined;
  }

  /** The global that a script leaves; undefined where it fails, leaves none, or nothing is heard of it. */
  #watch(running: Promise<unknown>, what: string, patience: () => number): Promise<RoktGlobal | undefined> {
    const start = Date.now();
    let end = Infinity;
    const fail = (code: UpsellErrorCode, why: string, rest: number) => {
      this.failure = new UpsellError(code, `${what}: ${why}`);
      end = Date.now() + rest;
    };
    running.then(
      () => fail('sdk-missing', 'it ran and left no Rokt.createLauncher', GLOBAL_TIMEOUT),
      () => fail('script-blocked', 'an ad blocker, a policy or the network', 0),
    );
    return watchFor(readyRokt, () => Date.now() >= Math.min(end, start + patience()));
  }
}

/** Rokt's global, if its script has left it by now. */
function readyRokt(): RoktGlobal | undefined {
  return typeof window.Rokt?.createLauncher === 'function' ? (window.Rokt as RoktGlobal) : undefined;
}

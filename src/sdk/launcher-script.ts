import { toUpsellError, UpsellError } from '../model/index.ts';
import type { RoktGlobal } from './launcher.ts';
import { pagesScript } from './pages-script.ts';
import { awaitRokt, readyRokt } from './rokt-global.ts';
import { toScriptAddress } from './script-origins.ts';
import { runScript, type ScriptTagOptions } from './script-tag.ts';
import { pause } from './watch-for.ts';

/** Rokt's own launcher script. Source: Rokt's Web SDK documentation. */
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
/** Some wrappers set the global only some time after their script has run. */
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
    this.rokt = this.#run(script);
  }

  async #run(script: LauncherScript): Promise<RoktGlobal> {
    const ready = readyRokt();
    if (ready) return ready;
    const url = toScriptAddress(script.url);
    return (await this.#adopt()) ?? this.#load(url, script);
  }

  /** The global that a script of the page's own leaves. */
  async #adopt(): Promise<RoktGlobal | undefined> {
    const outcome = await pagesScript();
    if (!outcome || outcome === 'failed') return undefined;
    if (outcome === 'ran') this.failure = missing('the launcher script of the page');
    return awaitRokt(GLOBAL_TIMEOUT);
  }

  async #load(url: URL, options: ScriptTagOptions): Promise<RoktGlobal> {
    for (let attempt = 1; ; attempt++) {
      try {
        await runScript(url, options);
        break;
      } catch (thrown) {
        this.failure = toUpsellError(thrown, 'script-blocked');
        if (attempt === ATTEMPTS) throw this.failure;
      }
      // With jitter, so that the shoppers of one outage do not all come back at once.
      await pause(2 ** attempt * 200 * (0.5 + Math.random() / 2));
      const ready = readyRokt();
      if (ready) return ready;
    }
    this.failure = missing(`the launcher script of ${url.host}`);
    const rokt = await awaitRokt(GLOBAL_TIMEOUT);
    if (rokt) return rokt;
    throw this.failure;
  }
}

function missing(script: string): UpsellError {
  return new UpsellError('sdk-missing', `${script} ran and left no Rokt.createLauncher`);
}

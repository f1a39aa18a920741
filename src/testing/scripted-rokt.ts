import type { Launcher, LauncherOptions, RoktGlobal } from '../sdk/index.ts';
import { createDeferred, type Deferred } from './deferred.ts';
import { Queue } from './queue.ts';
import type { Impressions } from './scripted-items.ts';
import { ScriptedLauncher } from './scripted-launcher.ts';
import type { ScriptedLauncherOptions } from './stage.ts';

/** What a call of `createLauncher` comes to while there is no launcher. */
type Course =
  { readonly kind: 'makes' | 'hangs' } | { readonly kind: 'rejects' | 'throws'; readonly reason: unknown };

/** One launcher of the page, from the call that has it made until it is terminated. */
interface Making {
  readonly options: LauncherOptions;
  readonly isForeign: boolean;
  readonly launcher: Deferred<Launcher>;
}

/**
 * What Rokt's script leaves on the page, driven by a test: one launcher, kept also while it is made, with the options of
 * the call that had it made, until it is terminated.
 */
export class ScriptedRokt {
  /** The options of every call of the page's, in order, whatever it got. */
  readonly calls: LauncherOptions[] = [];
  readonly #global: { createLauncher: RoktGlobal['createLauncher']; currentLauncher?: Launcher };
  readonly #options: ScriptedLauncherOptions;
  readonly #impressions: Impressions = new Map();
  readonly #made = new Queue<ScriptedLauncher>();
  readonly #waiting = new Set<Making>();
  #course: Course = { kind: 'makes' };
  #current: Making | undefined;

  constructor(options: ScriptedLauncherOptions) {
    this.#options = options;
    this.#global = {
      createLauncher: (given) => {
        this.calls.push(given);
        return this.#create(given, false);
      },
    };
  }

  /** What the page finds as `window.Rokt`. */
  get global(): RoktGlobal {
    return this.#global;
  }

  /** The next launcher that was made and no one has taken yet; waits until there is one. */
  nextLauncher(): Promise<ScriptedLauncher> {
    return this.#made.next();
  }

  /** Every launcher that was made, with its options. */
  get made(): readonly ScriptedLauncher[] {
    return this.#made.all;
  }

  /** From now on launchers are made at once, those too that were waited for. It is so at first. */
  make(): void {
    this.#course = { kind: 'makes' };
    for (const making of this.#waiting) this.#finish(making);
  }

  /** From now on `createLauncher` does not answer. */
  hang(): void {
    this.#course = { kind: 'hangs' };
  }

  /** From now on `createLauncher` rejects, also what was waited for. */
  reject(reason: unknown = new Error('no launcher')): void {
    this.#course = { kind: 'rejects', reason };
    for (const making of this.#waiting) this.#fail(making, reason);
  }

  /** From now on `createLauncher` throws, before it returns a promise. */
  throwAtOnce(reason: unknown = new Error('no launcher')): void {
    this.#course = { kind: 'throws', reason };
  }

  /** Keeps the current launcher, or the one that is made, no more: the next call has another one made. */
  forget(): void {
    this.#current = undefined;
  }

  /** Lists no more what was asked so far, here and of every launcher; the launchers themselves stay. */
  clearHistory(): void {
    this.calls.length = 0;
    for (const launcher of this.made) launcher.clearHistory();
  }

  /** Something else on the page asks for the launcher, and leaves it as `currentLauncher`, dead or alive. */
  async createElsewhere(options: LauncherOptions = {}): Promise<Launcher> {
    const launcher = await this.#create(options, true);
    this.#global.currentLauncher = launcher;
    return launcher;
  }

  #create(options: LauncherOptions, isForeign: boolean): Promise<Launcher> {
    if (this.#current) return this.#current.launcher.promise;
    if (this.#course.kind === 'throws') throw this.#course.reason;
    const making: Making = { options, isForeign, launcher: createDeferred<Launcher>() };
    this.#current = making;
    this.#waiting.add(making);
    if (this.#course.kind === 'makes') this.#finish(making);
    if (this.#course.kind === 'rejects') this.#fail(making, this.#course.reason);
    return making.launcher.promise;
  }

  #finish(making: Making): void {
    const scripted = new ScriptedLauncher(this.#options, {
      options: making.options,
      isForeign: making.isForeign,
      impressions: this.#impressions,
      gone: () => this.#drop(making),
    });
    this.#waiting.delete(making);
    this.#made.push(scripted);
    making.launcher.resolve(scripted.launcher);
  }

  #fail(making: Making, reason: unknown): void {
    this.#waiting.delete(making);
    this.#drop(making);
    making.launcher.reject(reason);
  }

  #drop(making: Making): void {
    if (this.#current === making) this.#current = undefined;
  }
}

/**
 * Rokt's global object, scripted.
 *
 * ```ts
 * const rokt = createScriptedRokt({ manners: 'shipped' });
 * window.Rokt = rokt.global;
 * element.accountId = '222';
 * const launcher = await rokt.nextLauncher();
 * const selection = await launcher.nextSelection();
 * ```
 */
export function createScriptedRokt(options: ScriptedLauncherOptions = {}): ScriptedRokt {
  return new ScriptedRokt(options);
}

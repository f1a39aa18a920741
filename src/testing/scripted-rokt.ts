import type { Launcher, LauncherOptions, RoktGlobal } from '../sdk/index.ts';
import { createDeferred, type Deferred } from './deferred.ts';
import { Queue } from './queue.ts';
import type { Impressions } from './scripted-items.ts';
import { ScriptedLauncher } from './scripted-launcher.ts';
import type { ScriptedLauncherOptions } from './stage.ts';

/** What a call of `createLauncher` comes to while there is no launcher. */
type Course =
  | { readonly kind: 'makes' | 'hangs' }
  | { readonly kind: 'rejects' | 'throws'; readonly reason: unknown }
  | { readonly kind: 'gives'; readonly thing: unknown };

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
  /** Settles when those are answered who asked, in vain so far, for a launcher that is there. */
  #answering = createDeferred<undefined>();

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
    this.#follow({ kind: 'makes' });
  }

  /** From now on `createLauncher` does not answer, neither with a launcher that is there already. */
  hang(): void {
    this.#follow({ kind: 'hangs' });
  }

  /** From now on `createLauncher` rejects, also what was waited for. */
  reject(reason: unknown = new Error('no launcher')): void {
    this.#follow({ kind: 'rejects', reason });
  }

  /** From now on `createLauncher` resolves with `thing`, which is no launcher, also what was waited for. */
  giveInstead(thing: unknown): void {
    this.#follow({ kind: 'gives', thing });
  }

  /** From now on `createLauncher` throws, before it returns a promise. */
  throwAtOnce(reason: unknown = new Error('no launcher')): void {
    this.#follow({ kind: 'throws', reason });
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
    if (this.#current) return this.#giveAgain(this.#current);
    if (this.#course.kind === 'throws') throw this.#course.reason;
    const making: Making = { options, isForeign, launcher: createDeferred<Launcher>() };
    this.#current = making;
    this.#waiting.add(making);
    this.#settle(making, this.#course);
    return making.launcher.promise;
  }

  /** The launcher that is there or on its way; one that is there is held back while calls hang. */
  #giveAgain(making: Making): Promise<Launcher> {
    const { promise } = making.launcher;
    if (this.#course.kind !== 'hangs' || this.#waiting.has(making)) return promise;
    return this.#answering.promise.then(() => promise);
  }

  #follow(course: Course): void {
    this.#course = course;
    for (const making of this.#waiting) this.#settle(making, course);
    if (course.kind === 'hangs') return;
    this.#answering.resolve(undefined);
    this.#answering = createDeferred();
  }

  /** Brings what is waited for to the end that `course` has for it, if it has one. */
  #settle(making: Making, course: Course): void {
    if (course.kind === 'makes') this.#finish(making);
    else if (course.kind === 'rejects') this.#drop(making).reject(course.reason);
    else if (course.kind === 'gives') this.#drop(making).resolve(course.thing as Launcher);
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

  /** Keeps it no more; what is given back settles those who wait for it. */
  #drop(making: Making): Deferred<Launcher> {
    this.#waiting.delete(making);
    if (this.#current === making) this.#current = undefined;
    return making.launcher;
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

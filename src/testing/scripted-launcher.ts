import type { Launcher, LauncherOptions, Selection, SelectPlacementsOptions } from '../sdk/index.ts';
import { createDeferred, type Deferred } from './deferred.ts';
import { Queue } from './queue.ts';
import type { Impressions } from './scripted-items.ts';
import { ScriptedSelection } from './scripted-selection.ts';
import { createStage, type ScriptedLauncherOptions, type Stage } from './stage.ts';
import { faultWithoutBrowser, PATIENCE } from './without-browser.ts';

/** How a launcher came to be, where a page has asked for it. */
export interface LauncherMaking {
  readonly options: LauncherOptions;
  readonly isForeign: boolean;
  readonly impressions: Impressions;
  /** It has been terminated. */
  gone(): void;
}

/** A launcher that does what a test tells it, when it tells it. */
export class ScriptedLauncher {
  /** What the page is given. */
  readonly launcher: Launcher;
  /** What `createLauncher` was called with when it was made; empty where nobody has called it. */
  readonly options: LauncherOptions;
  /** True when it was made by something else on the page. */
  readonly isForeign: boolean;
  readonly #making: LauncherMaking | undefined;
  readonly #stage: Stage;
  readonly #selections = new Queue<ScriptedSelection>();
  #terminatedBy: 'page' | 'others' | undefined;
  #held: Deferred<undefined> | undefined;

  constructor(options: ScriptedLauncherOptions = {}, making?: LauncherMaking) {
    this.options = making?.options ?? {};
    this.isForeign = making?.isForeign ?? false;
    this.#making = making;
    const impressions: Impressions = making?.impressions ?? new Map<string, string>();
    this.#stage = createStage(options, impressions, () => this.isTerminated);
    this.launcher = {
      selectPlacements: (request) => this.#select(request),
      hashAttributes: async (attributes) =>
        Object.fromEntries(Object.keys(attributes).map((name) => [`${name}sha256`, `hash of ${name}`])),
      ...(options.hasTerminate !== false && { terminate: () => this.#terminate('page') }),
    };
  }

  /**
   * The next selection that no one has taken yet; waits until the page asks for it. In jsdom and happy-dom, where the element
   * does not live, it waits two seconds and rejects.
   */
  nextSelection(): Promise<ScriptedSelection> {
    const fault = faultWithoutBrowser();
    return fault ? this.#selections.nextWithin(PATIENCE, fault) : this.#selections.next();
  }

  /** Every selection the page has asked for. */
  get selections(): readonly ScriptedSelection[] {
    return this.#selections.all;
  }

  /** Lists no more what was taken so far: for a page that selects thousands of times. */
  clearHistory(): void {
    this.#selections.clearTaken();
  }

  /** True from the first `terminate()` on: it selects nothing more, and its selections are silent. */
  get isTerminated(): boolean {
    return this.#terminatedBy !== undefined;
  }

  /** True when the page terminated it, false when others did. */
  get isTerminatedByPage(): boolean {
    return this.#terminatedBy === 'page';
  }

  /** Something else on the page terminates it, and the page is not told; resolves when it is gone. */
  terminateElsewhere(): Promise<void> {
    return this.#terminate('others');
  }

  /** `terminate()` takes until the function is called that this returns. */
  holdTermination(): () => void {
    const held = createDeferred<undefined>();
    this.#held = held;
    return () => held.resolve(undefined);
  }

  #select(request: SelectPlacementsOptions): Promise<Selection> {
    if (this.isTerminated) return Promise.reject(new Error('this launcher was terminated'));
    const selection = new ScriptedSelection(request, this.#stage);
    this.#selections.push(selection);
    return selection.selecting;
  }

  async #terminate(by: 'page' | 'others'): Promise<void> {
    this.#terminatedBy ??= by;
    await this.#held?.promise;
    this.#making?.gone();
  }
}

/**
 * A launcher whose course a test decides, in the manners that Rokt documents or in those that it ships.
 *
 * ```ts
 * const rokt = createScriptedLauncher({ manners: 'shipped' });
 * element.launcher = rokt.launcher;
 * const selection = await rokt.nextSelection();
 * selection.offer([{ catalogItemId: 'parking-a', maximum: 2 }]);
 * selection.succeed();
 * ```
 */
export function createScriptedLauncher(options: ScriptedLauncherOptions = {}): ScriptedLauncher {
  return new ScriptedLauncher(options);
}

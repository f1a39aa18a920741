import type { Launcher, SelectPlacementsOptions } from '../sdk/index.ts';
import { Queue } from './queue.ts';
import type { SubscribeReturns } from './scripted-port.ts';
import { ScriptedSelection } from './scripted-selection.ts';

export interface ScriptedLauncherOptions {
  /** What `subscribe` returns; default a function. */
  readonly subscribeReturns?: SubscribeReturns;
}

/**
 * A launcher that does what a test tells it, when it tells it.
 *
 * ```ts
 * const rokt = new ScriptedLauncher();
 * element.launcher = rokt.launcher;
 * const selection = await rokt.nextSelection();
 * selection.succeed();
 * selection.shopperSets(buildCartItem({ quantity: 1 }));
 * ```
 */
export class ScriptedLauncher {
  /** What the page is given. */
  readonly launcher: Launcher;
  isTerminated = false;
  readonly #selections = new Queue<ScriptedSelection>();

  constructor({ subscribeReturns = 'function' }: ScriptedLauncherOptions = {}) {
    this.launcher = {
      selectPlacements: (request: SelectPlacementsOptions) => {
        const selection = new ScriptedSelection(request, subscribeReturns);
        this.#selections.push(selection);
        return selection.selecting;
      },
      hashAttributes: async (attributes) =>
        Object.fromEntries(Object.keys(attributes).map((name) => [`${name}sha256`, `hash of ${name}`])),
      terminate: async () => {
        this.isTerminated = true;
      },
    };
  }

  /** The next selection that no one has taken yet; waits until the page asks for it. */
  nextSelection(): Promise<ScriptedSelection> {
    return this.#selections.next();
  }

  /** Every selection the page has asked for. */
  get selections(): readonly ScriptedSelection[] {
    return this.#selections.all;
  }
}

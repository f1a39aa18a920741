import type {
  Launcher,
  LauncherOptions,
  RoktGlobal,
  SelectPlacementsOptions,
} from '../../src/sdk/launcher.ts';
import { ScriptedLauncher } from '../../src/testing/scripted-launcher.ts';

/** What `createLauncher` does; one that `waits and forgets` remembers no launcher before it is there. */
export type Answer = 'gives' | 'waits' | 'waits and forgets' | 'rejects' | 'throws' | 'gives nonsense';

/** A launcher that the SDK has made. */
export interface MadeLauncher {
  readonly options: LauncherOptions;
  readonly scripted: ScriptedLauncher;
  readonly launcher: Launcher;
  /** True for one that was made because a kit asked for it. */
  readonly isKits: boolean;
  /** True once somebody has called terminate(), also where that hangs. */
  isEnding: boolean;
}

/**
 * Rokt's global as it ships: one launcher a page with the first one's options, also while it is being made, until it is
 * terminated, by whomever.
 */
export class ScriptedRokt implements RoktGlobal {
  currentLauncher?: Launcher;
  answer: Answer = 'gives';
  /** How launchers that are made from now on terminate. */
  termination: 'at once' | 'never' | 'missing' = 'at once';
  /** The options of each call that is not a kit's. */
  readonly calls: LauncherOptions[] = [];
  readonly made: MadeLauncher[] = [];
  onCall: (options: LauncherOptions) => void = () => undefined;
  /** Is told of each selection that a living launcher is asked for. */
  onSelect: (made: MadeLauncher, request: SelectPlacementsOptions) => void = () => undefined;
  /** The launcher of the page, and the promise of it. */
  #one: MadeLauncher | undefined;
  #pending: Promise<Launcher> | undefined;
  #arrivals: (() => void)[] = [];

  createLauncher(options: LauncherOptions): Promise<Launcher> {
    this.calls.push(options);
    this.onCall(options);
    if (this.answer === 'throws') throw new Error('ann@shop.example: thrown at once');
    if (this.answer === 'gives nonsense') return Promise.resolve('ann@shop.example' as never);
    return this.#give(options, false);
  }

  /** A kit asks for the page's launcher, and names it as its own. */
  async kitCreates(options: LauncherOptions = {}): Promise<MadeLauncher> {
    const launcher = await this.#give(options, true);
    this.currentLauncher = launcher;
    return this.made.find((made) => made.launcher === launcher) as MadeLauncher;
  }

  /** Launchers that wait are there now. */
  arrive(): void {
    this.#arrivals.splice(0).forEach((arrive) => arrive());
  }

  /** Those that live, and that nobody has told to end. */
  get living(): readonly MadeLauncher[] {
    return this.made.filter(({ isEnding }) => !isEnding);
  }

  #give(options: LauncherOptions, isKits: boolean): Promise<Launcher> {
    if (this.#one) return this.#giveAgain(this.#one.launcher);
    const given = this.#pending ?? this.#create(options, isKits);
    this.#pending = this.answer === 'waits and forgets' ? undefined : given;
    const settled = () => {
      if (this.#pending === given) this.#pending = undefined;
    };
    given.then(settled, settled);
    return given;
  }

  async #giveAgain(launcher: Launcher): Promise<Launcher> {
    if (this.answer.startsWith('waits')) await this.#arrival();
    return launcher;
  }

  async #create(options: LauncherOptions, isKits: boolean): Promise<Launcher> {
    if (this.answer === 'rejects') throw new Error('ann@shop.example: rejected');
    if (this.answer.startsWith('waits')) await this.#arrival();
    this.#one ??= this.#make(options, isKits);
    return this.#one.launcher;
  }

  #arrival(): Promise<void> {
    return new Promise((resolve) => {
      this.#arrivals.push(resolve);
    });
  }

  #make(options: LauncherOptions, isKits: boolean): MadeLauncher {
    const scripted = new ScriptedLauncher();
    const made: MadeLauncher = { options, isKits, scripted, launcher: {} as Launcher, isEnding: false };
    Object.assign(made.launcher, this.#methods(made));
    this.made.push(made);
    return made;
  }

  #methods(made: MadeLauncher): Launcher {
    const { scripted } = made;
    const { termination } = this;
    const terminate = async () => {
      made.isEnding = true;
      if (termination === 'never') await new Promise(() => undefined);
      if (this.#one === made) this.#one = undefined;
      await scripted.launcher.terminate?.();
    };
    const selectPlacements: Launcher['selectPlacements'] = async (request) => {
      if (scripted.isTerminated) throw new Error('this launcher was terminated');
      this.onSelect(made, request);
      return scripted.launcher.selectPlacements(request);
    };
    return termination === 'missing' ? { selectPlacements } : { selectPlacements, terminate };
  }
}

import type { Launcher } from './launcher.ts';
import { LauncherMaking } from './launcher-making.ts';
import type { LauncherTerms } from './launcher-terms.ts';

/** A launcher that we made, with what it was made with. */
export interface OwnLauncher extends LauncherTerms {
  readonly launcher: Launcher;
  /** When we terminated it, in the count of changes. */
  endedAt: number | undefined;
  /** True when it cannot be terminated: the SDK gives it again, whatever is asked for. */
  isPermanent: boolean;
}

/** How long a launcher may take to terminate, ms. */
const TERMINATION = 1_000;

/** The launchers that were made here, and so may be terminated here. */
export class OwnLaunchers {
  readonly #all = new WeakMap<Launcher, OwnLauncher>();
  readonly #onEnded: () => void;
  #terminations = 0;
  #changes = 0;

  /** @param onEnded is called when a termination is over */
  constructor(onEnded: () => void) {
    this.#onEnded = onEnded;
  }

  has(launcher: Launcher): boolean {
    return this.#all.has(launcher);
  }

  /** True while a termination is under way. */
  get areEnding(): boolean {
    return this.#terminations > 0;
  }

  /** What the SDK is asked for now. */
  begin(terms: LauncherTerms): LauncherMaking {
    return new LauncherMaking(terms, ++this.#changes);
  }

  /** The launcher that the SDK gave for `making`, with what it was made with: the SDK may have given it before. */
  take(launcher: Launcher, { options, consent, begunAt }: LauncherMaking): OwnLauncher {
    const isPermanent = typeof launcher.terminate !== 'function';
    const made: OwnLauncher = { options, consent, launcher, endedAt: undefined, isPermanent };
    const own = this.#all.get(launcher) ?? made;
    // Asked for after it was terminated, and still given: the SDK keeps it.
    if (own.endedAt !== undefined && own.endedAt < begunAt) own.isPermanent = true;
    this.#all.set(launcher, own);
    return own;
  }

  /** Terminates `own`, once. */
  end(own: OwnLauncher): void {
    if (own.endedAt !== undefined || own.isPermanent) return;
    own.endedAt = ++this.#changes;
    this.#terminations++;
    void terminated(own.launcher).then(() => {
      this.#terminations--;
      this.#onEnded();
    });
  }
}

/** Resolves once `launcher` has terminated; or has failed to, or hangs, which is nothing to the next one. */
async function terminated(launcher: Launcher): Promise<void> {
  const ending = async () => launcher.terminate?.();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise((resolve) => {
    timer = setTimeout(resolve, TERMINATION);
  });
  await Promise.race([ending().catch(() => undefined), waited]);
  clearTimeout(timer);
}

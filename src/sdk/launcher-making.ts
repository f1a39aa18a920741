import type { ConsentFlags } from './consent.ts';
import type { LauncherOptions } from './launcher.ts';
import type { LauncherTerms } from './launcher-terms.ts';

/** A launcher that Rokt's SDK was asked for and has not given yet. */
export class LauncherMaking implements LauncherTerms {
  readonly options: LauncherOptions;
  readonly consent: ConsentFlags;
  /** When it was asked for, in the page's count of changes. */
  readonly begunAt: number;
  readonly #limits: ReturnType<typeof setTimeout>[] = [];

  constructor({ options, consent }: LauncherTerms, begunAt: number) {
    this.options = options;
    this.consent = consent;
    this.begunAt = begunAt;
  }

  /** Calls `giveUp` where it is still under way in `timeout` ms. */
  limit(timeout: number, giveUp: () => void): void {
    this.#limits.push(setTimeout(giveUp, timeout));
  }

  /** It is under way no more. */
  end(): void {
    this.#limits.forEach(clearTimeout);
  }
}

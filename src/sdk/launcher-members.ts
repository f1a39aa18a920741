import { honours, strictest } from './consent.ts';
import type { LauncherOptions } from './launcher.ts';
import type { LauncherMember } from './launcher-member.ts';
import type { LauncherTerms } from './launcher-terms.ts';
import type { OwnLauncher } from './own-launchers.ts';

/** Everyone who counts for the page's launcher: those who use it, and those who wait for it. */
export class LauncherMembers {
  readonly #all = new Set<LauncherMember>();

  add(member: LauncherMember): void {
    this.#all.add(member);
  }

  remove(member: LauncherMember): void {
    this.#all.delete(member);
  }

  has(member: LauncherMember): boolean {
    return this.#all.has(member);
  }

  /** Those who wait, in the order in which they came. */
  waiting(): LauncherMember[] {
    return [...this.#all].filter(({ waitsFor }) => waitsFor !== undefined);
  }

  /** Those who have been given `launcher`. */
  on(launcher: OwnLauncher): LauncherMember[] {
    return [...this.#all].filter((member) => member.on === launcher);
  }

  /** `options`, with every restriction that anybody asks for. */
  terms(options: LauncherOptions): LauncherTerms {
    return { options, consent: strictest([...this.#all].map(({ consent }) => consent)) };
  }

  /** The launchers in use that were made with less consent than is asked now. */
  lax(): Set<OwnLauncher> {
    const { consent } = this.terms({});
    const used = [...this.#all].flatMap(({ on }) => on ?? []);
    return new Set(used.filter((own) => !honours(own.consent, consent)));
  }
}

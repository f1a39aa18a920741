import { expectedKind, UpsellError } from '../model/index.ts';
import { type ConsentFlags, consentOptions } from './consent.ts';
import { A_LAUNCHER, isLauncher } from './is-launcher.ts';
import type { Launcher, LauncherOptions, RoktGlobal } from './launcher.ts';
import type { LauncherMaking } from './launcher-making.ts';
import { LauncherMember } from './launcher-member.ts';
import { LauncherMembers } from './launcher-members.ts';
import type { LauncherClient } from './launcher-source.ts';
import { differingOptions, judge, type Verdict } from './launcher-terms.ts';
import { type OwnLauncher, OwnLaunchers } from './own-launchers.ts';
import { leftError } from './while-waited.ts';

/**
 * The launcher of a page, which has one: whoever needs it joins, and counts until they leave.
 *
 * Its changes go one after the other. After each of them `#advance` looks at what is there and who waits, and begins the
 * next: nothing that was decided before a wait is carried out after it.
 */
export class PageLauncher {
  readonly #members = new LauncherMembers();
  readonly #ours = new OwnLaunchers(() => this.#advance());
  #current: OwnLauncher | undefined;
  #making: LauncherMaking | undefined;

  /**
   * Counts one more in, until its client's signal aborts.
   *
   * @throws {UpsellError} `launcher-conflict` where another account or session is served
   */
  join(client: LauncherClient, options: LauncherOptions, consent: ConsentFlags): LauncherMember {
    if (client.signal.aborted) throw leftError();
    const verdict = this.#current && this.#judge(this.#current, options);
    if (verdict?.kind === 'refuse') throw new UpsellError(verdict.code, verdict.why);
    const member = new LauncherMember(client, options, consent);
    this.#members.add(member);
    client.signal.addEventListener('abort', () => this.leave(member), { once: true });
    this.#dropLax();
    return member;
  }

  /** Counts `member` no more. */
  leave(member: LauncherMember): void {
    this.#members.remove(member);
  }

  /** What `member` agrees to from now on. */
  setConsent(member: LauncherMember, consent: ConsentFlags): void {
    member.consent = consent;
    this.#dropLax();
  }

  /** The page's launcher, for `member`, unless it leaves. Rejects with an UpsellError. */
  launcher(member: LauncherMember, rokt: RoktGlobal): Promise<Launcher> {
    const served = member.wait(rokt);
    if (this.#making) this.#limit(this.#making, member);
    this.#advance();
    return served;
  }

  /** Whether `launcher` was made here, and so may be terminated here. */
  hasMade(launcher: Launcher): boolean {
    return this.#ours.has(launcher);
  }

  /**
   * Serves those who wait, or begins the one change that they need.
   *
   * @param isConfirmed whether the SDK has given the current launcher just now; else others may have terminated it
   */
  #advance(isConfirmed = false): void {
    for (const member of this.#members.waiting()) {
      if (this.#making || this.#ours.areEnding) return;
      if (this.#current) this.#follow(this.#current, member, isConfirmed);
      else this.#ask(member);
    }
  }

  /** Does for `member` what the current launcher allows. */
  #follow(current: OwnLauncher, member: LauncherMember, isConfirmed: boolean): void {
    const verdict = this.#judge(current, member.options, isConfirmed);
    if (verdict.kind === 'refuse') {
      this.#refuse(member, new UpsellError(verdict.code, verdict.why));
    } else if (verdict.kind === 'replace') {
      this.#drop(current);
      this.#advance();
    } else if (isConfirmed) {
      member.serveOwn(current, verdict.fixed);
    } else {
      this.#ask(member);
    }
  }

  #judge(own: OwnLauncher, options: LauncherOptions, isConfirmed = false): Verdict {
    const isGivenAgain = own.isPermanent && isConfirmed;
    const isFree = !isGivenAgain && this.#members.on(own).length === 0;
    return judge(own, this.#members.terms(options), isFree);
  }

  /** Asks the SDK for a launcher as `member` needs it. Where one lives, the SDK gives just that one. */
  #ask(member: LauncherMember): void {
    const { options, waitsFor: rokt } = member;
    if (!rokt) return;
    const making = this.#ours.begin(this.#members.terms(options));
    this.#making = making;
    this.#limit(making, member);
    create(rokt, { ...options, ...consentOptions(making.consent) }).then(
      (launcher) => this.#arrive(making, launcher),
      (cause: unknown) => this.#fail(making, cause),
    );
  }

  /** Who waits for `making` would wait as long as this for any launcher. */
  #limit(making: LauncherMaking, { client }: LauncherMember): void {
    making.limit(client.timeout, () => {
      if (this.#end(making)) this.#advance();
    });
  }

  /** True when `making` was still waited for. */
  #end(making: LauncherMaking): boolean {
    making.end();
    if (this.#making !== making) return false;
    this.#making = undefined;
    return true;
  }

  #fail(making: LauncherMaking, cause: unknown): void {
    if (!this.#end(making)) return;
    const error = new UpsellError('launcher-rejected', 'Rokt.createLauncher() failed', { cause });
    for (const member of this.#members.waiting()) {
      if (differingOptions(making.options, member.options).length === 0) this.#refuse(member, error);
    }
    this.#advance();
  }

  #arrive(making: LauncherMaking, { launcher, isNamedByOthers }: Created): void {
    const isForeign = isNamedByOthers && !this.#ours.has(launcher);
    const own = isForeign ? undefined : this.#ours.take(launcher, making);
    // What comes late stays with the SDK, which gives it to the next one who asks.
    if (!this.#end(making)) return;
    if (!own) {
      this.#members.waiting().forEach((member) => member.serve(launcher));
      return;
    }
    // One that was asked for before it was terminated may arrive after that.
    if (own.endedAt === undefined || own.isPermanent) this.#current = own;
    this.#advance(true);
  }

  /** Terminates what is in use and was made with less consent than is asked now. */
  #dropLax(): void {
    this.#members.lax().forEach((own) => this.#drop(own));
  }

  /** Terminates `own`, and tells those who use it. */
  #drop(own: OwnLauncher): void {
    const users = this.#members.on(own);
    if (this.#current === own) this.#current = undefined;
    this.#ours.end(own);
    for (const user of users) user.on = undefined;
    for (const user of users) {
      if (this.#members.has(user)) user.client.renewed();
    }
  }

  /** Who is refused counts no more. */
  #refuse(member: LauncherMember, error: UpsellError): void {
    this.leave(member);
    member.refuse(error);
  }
}

interface Created {
  readonly launcher: Launcher;
  /** Whoever asks the SDK first is given it first: a kit that did has named it as its own by now. */
  readonly isNamedByOthers: boolean;
}

async function create(rokt: RoktGlobal, options: LauncherOptions): Promise<Created> {
  const launcher: unknown = await rokt.createLauncher(options);
  if (!isLauncher(launcher)) throw new TypeError(expectedKind('createLauncher()', A_LAUNCHER, launcher));
  return { launcher, isNamedByOthers: launcher === rokt.currentLauncher };
}

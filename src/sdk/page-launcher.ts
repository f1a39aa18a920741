import { toUpsellError, UpsellError } from '../model/index.ts';
import { addedTo, type ConsentFlags, honours, strictest } from './consent.ts';
import { type Launcher, type LauncherOptions, type RoktGlobal, toLauncher } from './launcher.ts';
import { askedOptions, differingOptions, reportAsked, reportFixed } from './launcher-options.ts';
import type { LauncherClient } from './launcher-source.ts';
import { unlessAborted } from './unless-aborted.ts';
import { pause } from './watch-for.ts';

/** One who needs the page's launcher, with what it asks of it. */
export interface LauncherMember {
  readonly options: LauncherOptions;
  consent: ConsentFlags;
  client?: LauncherClient;
  /** The launcher that it was given. */
  on?: GivenLauncher | undefined;
}

/** A launcher that the SDK has given, with what it was made with if it was made for us. */
interface GivenLauncher {
  readonly launcher: Launcher;
  readonly options: LauncherOptions;
  readonly consent: ConsentFlags;
  /** True when a kit has made it: it is never terminated by us. */
  readonly isForeign: boolean;
  /** True once we have terminated it. */
  isEnded: boolean;
}

/** How long a launcher may take to terminate, ms. */
const TERMINATION = 1_000;

/**
 * The launcher of a page, which has one: whoever needs it counts until their client's signal aborts.
 *
 * They are served one after the other. The SDK is asked for each of them anew, and gives the launcher that lives, whoever
 * has made or terminated one meanwhile; what it gives is judged by what is asked then.
 */
export class PageLauncher {
  readonly #members = new Set<LauncherMember>();
  readonly #given = new WeakMap<Launcher, GivenLauncher>();
  #turn: Promise<unknown> = Promise.resolve();
  #ending: Promise<unknown> = Promise.resolve();

  /**
   * The launcher, for `member`. Rejects with an UpsellError: `launcher-conflict` where another account or session is
   * served, `no-selection` where the client has left.
   *
   * @param load brings the SDK
   */
  async serve(
    member: LauncherMember,
    client: LauncherClient,
    load: () => Promise<RoktGlobal>,
  ): Promise<Launcher> {
    try {
      this.#join(member, client);
      const rokt = await load();
      const turn = this.#turn.then(() => this.#take(member, client, rokt));
      this.#turn = turn.catch(() => undefined);
      return await turn;
    } catch (thrown) {
      this.#members.delete(member);
      throw thrown;
    }
  }

  /** What `member` agrees to from now on. */
  setConsent(member: LauncherMember, consent: ConsentFlags): void {
    const added = addedTo(member.consent, consent);
    member.consent = consent;
    if (member.client && member.on?.isForeign) reportAsked({ ...added }, member.client);
    this.#endLax();
  }

  #join(member: LauncherMember, client: LauncherClient): void {
    if (client.signal.aborted) throw leftError();
    for (const used of this.#used()) refuseConflict(used, member);
    member.client = client;
    this.#members.add(member);
    client.signal.addEventListener('abort', () => this.#members.delete(member));
    this.#endLax();
  }

  async #take(member: LauncherMember, client: LauncherClient, rokt: RoktGlobal): Promise<Launcher> {
    let ended: GivenLauncher | undefined;
    for (;;) {
      await this.#ending;
      const given = await unlessAborted(client.signal, () => this.#ask(rokt, member), leftError);
      // What is given again after it was terminated cannot be.
      const isFixed = given === ended || given.isForeign || this.#used().includes(given);
      if (isFixed || this.#isAsAsked(given, member)) return this.#settle(given, member, client);
      this.#end(given);
      ended = given;
    }
  }

  /** What the SDK gives: the launcher that lives, or else a new one as `member` needs it. */
  async #ask(rokt: RoktGlobal, { options }: LauncherMember): Promise<GivenLauncher> {
    const consent = this.#consent();
    try {
      const launcher = toLauncher(await rokt.createLauncher(askedOptions({ ...options, ...consent })));
      // Whoever asks the SDK first is given it first: a kit that did has named it as its own by now.
      const isForeign = launcher === rokt.currentLauncher;
      const given = this.#given.get(launcher) ?? { launcher, options, consent, isForeign, isEnded: false };
      this.#given.set(launcher, given);
      return given;
    } catch (thrown) {
      throw toUpsellError(thrown, 'launcher-rejected', 'createLauncher() failed');
    }
  }

  #isAsAsked({ options, consent, isEnded }: GivenLauncher, member: LauncherMember): boolean {
    const asked = this.#consent();
    const isSame = differingOptions(options, member.options).length === 0;
    return isSame && !isEnded && honours(consent, asked) && honours(asked, consent);
  }

  #settle(given: GivenLauncher, member: LauncherMember, client: LauncherClient): Launcher {
    if (given.isForeign) {
      reportAsked({ ...member.options, ...member.consent }, client);
    } else {
      refuseConflict(given, member);
      if (!honours(given.consent, this.#consent())) {
        throw new UpsellError('launcher-rejected', 'the SDK keeps one with less consent');
      }
      reportFixed(differingOptions(given.options, member.options), client);
    }
    member.on = given;
    return given.launcher;
  }

  /** Every restriction that anybody asks for who counts. */
  #consent(): ConsentFlags {
    return strictest([...this.#members].map(({ consent }) => consent));
  }

  /** The launchers of ours that somebody is on. */
  #used(): GivenLauncher[] {
    return [...this.#members].flatMap(({ on }) => (on && !on.isForeign ? on : []));
  }

  /** Terminates what is in use and was made with less consent than is asked now. */
  #endLax(): void {
    for (const used of this.#used()) {
      if (!honours(used.consent, this.#consent())) this.#end(used);
    }
  }

  /** Terminates a launcher of ours, and tells those who are on it. */
  #end(given: GivenLauncher): void {
    const users = [...this.#members].filter(({ on }) => on === given);
    if (!given.isEnded) this.#ending = Promise.all([this.#ending, terminate(given.launcher)]);
    given.isEnded = true;
    for (const user of users) user.on = undefined;
    for (const user of users) user.client?.renewed();
  }
}

/** What one gets who waits for a launcher and has left. */
function leftError(): UpsellError {
  return new UpsellError('no-selection', 'it has ended');
}

/** @throws {UpsellError} where `given` would mix up two accounts or two shoppers */
function refuseConflict(given: GivenLauncher, member: LauncherMember): void {
  const names = differingOptions(given.options, member.options);
  const conflicts = names.filter((name) => name === 'accountId' || name === 'sessionId');
  if (conflicts.length === 0) return;
  throw new UpsellError('launcher-conflict', `${conflicts.join(', ')}: another is served on this page`);
}

/** Resolves once `launcher` has terminated; or has failed to, or hangs, which is nothing to the next one. */
async function terminate(launcher: Launcher): Promise<void> {
  const ending = async () => launcher.terminate?.();
  await Promise.race([ending().catch(() => undefined), pause(TERMINATION)]);
}

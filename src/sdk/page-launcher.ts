import { toUpsellError, UpsellError } from '../model/index.ts';
import { type ConsentFlags, honours, strictest } from './consent.ts';
import { type Launcher, type LauncherOptions, type RoktGlobal, toLauncher } from './launcher.ts';
import { type LauncherAsker, reportFixed, setConsent, useOthers } from './launcher-asker.ts';
import { askedOptions, differingOptions } from './launcher-options.ts';
import { unlessAborted } from './unless-aborted.ts';
import { pause } from './watch-for.ts';

/** One who counts for the page's launcher. */
interface Member extends LauncherAsker {
  /** The launcher of ours that it was given. */
  on?: OwnLauncher | undefined;
}

/** A launcher that the SDK has made for us. */
interface OwnLauncher {
  readonly launcher: Launcher;
  /** What it was made with, consent flags too. */
  readonly options: LauncherOptions;
  /** True once we have terminated it. */
  isEnded: boolean;
}

/** How long a launcher may take to terminate, ms. */
const TERMINATION = 1_000;

/**
 * The launcher of a page, which has one: whoever needs it counts until their signal aborts.
 *
 * They are served one after the other. The SDK is asked for each of them anew, and gives the launcher that lives, whoever
 * has made or terminated one meanwhile; what it gives is judged by what is asked then.
 */
export class PageLauncher {
  readonly #members = new Set<Member>();
  readonly #made = new WeakMap<Launcher, OwnLauncher>();
  #turn: Promise<unknown> = Promise.resolve();
  #ending: Promise<unknown> = Promise.resolve();

  /**
   * The launcher, for `member`, unless `signal` aborts. Rejects with an UpsellError, `launcher-conflict` where another
   * account or session is served.
   *
   * @param load brings the SDK
   */
  async serve(member: Member, signal: AbortSignal, load: () => Promise<RoktGlobal>): Promise<Launcher> {
    signal.throwIfAborted();
    for (const used of this.#used()) refuseConflict(differingOptions(used.options, member.options));
    const leave = () => this.#members.delete(member);
    signal.addEventListener('abort', leave);
    this.#members.add(member);
    this.#endLax();
    try {
      const rokt = await load();
      const turn = this.#turn.then(() => this.#take(member, signal, rokt));
      this.#turn = turn.catch(() => undefined);
      return await turn;
    } catch (thrown) {
      leave();
      throw thrown;
    }
  }

  /** What `member` agrees to from now on. */
  setConsent(member: Member, consent: ConsentFlags): void {
    setConsent(member, consent);
    this.#endLax();
  }

  async #take(member: Member, signal: AbortSignal, rokt: RoktGlobal): Promise<Launcher> {
    let ended: OwnLauncher | undefined;
    for (;;) {
      await this.#ending;
      signal.throwIfAborted();
      const launcher = await unlessAborted(signal, this.#ask(member, rokt));
      const made = this.#made.get(launcher);
      // What is given again after it was terminated cannot be.
      const isFree = made && made !== ended && !this.#used().includes(made);
      if (!isFree || this.#isAsAsked(made, member)) {
        this.#use(made, member);
        return launcher;
      }
      this.#end(made);
      ended = made;
    }
  }

  /** What the SDK gives: the launcher that lives, or else a new one as `member` needs it. */
  async #ask(member: Member, rokt: RoktGlobal): Promise<Launcher> {
    const options = askedOptions({ ...member.options, ...this.#consent() });
    try {
      const launcher = toLauncher(await rokt.createLauncher(options));
      // Whoever asks the SDK first is given it first: a kit that did has named it as its own by now.
      const isNew = launcher !== rokt.currentLauncher && !this.#made.has(launcher);
      if (isNew) this.#made.set(launcher, { launcher, options, isEnded: false });
      return launcher;
    } catch (thrown) {
      throw toUpsellError(thrown, 'launcher-rejected', 'createLauncher() failed');
    }
  }

  #isAsAsked({ options, isEnded }: OwnLauncher, member: Member): boolean {
    const consent = this.#consent();
    const isSame = honours(options, consent) && honours(consent, options);
    return !isEnded && isSame && differingOptions(options, member.options).length === 0;
  }

  #use(made: OwnLauncher | undefined, member: Member): void {
    if (!made) return useOthers(member);
    const names = differingOptions(made.options, member.options);
    refuseConflict(names);
    if (!honours(made.options, this.#consent())) throw new UpsellError('launcher-rejected', 'less consent');
    member.on = made;
    reportFixed(member, names);
  }

  /** Every restriction that anybody asks for who counts. */
  #consent(): ConsentFlags {
    return strictest([...this.#members].map(({ options }) => options));
  }

  /** The launchers of ours that somebody is on. */
  #used(): OwnLauncher[] {
    return [...this.#members].flatMap(({ on }) => on ?? []);
  }

  /** Terminates what is in use and was made with less consent than is asked now. */
  #endLax(): void {
    for (const used of this.#used()) {
      if (!honours(used.options, this.#consent())) this.#end(used);
    }
  }

  /** Terminates a launcher, and tells those who are on it. */
  #end(made: OwnLauncher): void {
    if (!made.isEnded) this.#ending = Promise.all([this.#ending, terminate(made.launcher)]);
    made.isEnded = true;
    const users = [...this.#members].filter(({ on }) => on === made);
    for (const user of users) user.on = undefined;
    for (const { client } of users) client?.renewed();
  }
}

/** @throws {UpsellError} where the options that differ would mix up two accounts or two shoppers */
function refuseConflict(differing: readonly string[]): void {
  const names = differing.filter((name) => name === 'accountId' || name === 'sessionId');
  if (names.length > 0) throw new UpsellError('launcher-conflict', `${names.join(', ')}: another is in use`);
}

/** Resolves once `launcher` has terminated; or has failed to, or hangs, which is nothing to the next one. */
async function terminate(launcher: Launcher): Promise<void> {
  const ending = async () => launcher.terminate?.();
  await Promise.race([ending().catch(() => undefined), pause(TERMINATION)]);
}

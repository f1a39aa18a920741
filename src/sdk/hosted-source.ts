import { UpsellError, type UpsellErrorCode } from '../model/index.ts';
import { consentIn, consentOptions, type ConsentFlags, withoutConsent } from './consent.ts';
import { reportOthersOptions } from './fixed-options.ts';
import { kitLauncher, withSuccessor } from './foreign-launcher.ts';
import { untilKitHadItsTurn } from './kit-wait.ts';
import type { Launcher, LauncherOptions, RoktGlobal } from './launcher.ts';
import type { LauncherMember } from './launcher-member.ts';
import { DEFAULT_SDK_URL, type LauncherScript, loadRokt, type ScriptLoad } from './launcher-script.ts';
import type { LauncherClient, LauncherSource } from './launcher-source.ts';
import { PageLauncher } from './page-launcher.ts';
import { whileWaited } from './while-waited.ts';

/** How to come by Rokt's hosted launcher. */
export interface HostedSourceOptions {
  readonly options: LauncherOptions;
  /** Default: Rokt's own URL. Integrity counts only with a URL of the page's own. */
  readonly script?: Omit<LauncherScript, 'url'> & { readonly url?: string | undefined };
}

/** What a page has one of, for all its sources. */
export interface HostedPage {
  readonly launcher: PageLauncher;
  /** Resolves once nothing else on the page has to load Rokt's script first. */
  untilFree(client: LauncherClient): Promise<void>;
  load(script: LauncherScript): ScriptLoad;
}

const thisPage: HostedPage = {
  launcher: new PageLauncher(),
  untilFree: untilKitHadItsTurn,
  load: loadRokt,
};

/** Rokt's hosted launcher: its script loaded once a page, its launcher shared by all elements of the page. */
export function createHostedSource(
  { options, script = {} }: HostedSourceOptions,
  page = thisPage,
): LauncherSource {
  return new HostedSource(options, toLauncherScript(script), page);
}

function toLauncherScript({ url, integrity, ...tag }: NonNullable<HostedSourceOptions['script']>) {
  return url ? { ...tag, url, integrity } : { ...tag, url: DEFAULT_SDK_URL };
}

class HostedSource implements LauncherSource {
  readonly servedBy = 'hosted';
  readonly #options: LauncherOptions;
  readonly #script: LauncherScript;
  readonly #page: HostedPage;
  #consent: ConsentFlags;
  #load: ScriptLoad | undefined;
  #isLoaded = false;
  #member: LauncherMember | undefined;
  /** True when it was given a launcher that somebody else has made. */
  #isForeign = false;

  constructor(options: LauncherOptions, script: LauncherScript, page: HostedPage) {
    this.#options = withoutConsent(options);
    this.#consent = consentIn(options);
    this.#script = script;
    this.#page = page;
  }

  get timeoutReason(): UpsellErrorCode | UpsellError {
    return this.#isLoaded ? 'launcher-timeout' : (this.#load?.failure ?? 'script-timeout');
  }

  async acquire(client: LauncherClient): Promise<Launcher> {
    const member = this.#page.launcher.join(client, this.#options, this.#consent);
    this.#member = member;
    const toError = () => {
      const reason = this.timeoutReason;
      return typeof reason === 'string' ? noAnswer(reason, client) : reason;
    };
    try {
      return await whileWaited(() => this.#find(member), client, toError);
    } catch (thrown) {
      this.#page.launcher.leave(member);
      throw thrown;
    }
  }

  setConsent(consent: ConsentFlags): void {
    const added = consentOptions(consent, this.#consent);
    this.#consent = consent;
    if (!this.#member) return;
    this.#page.launcher.setConsent(this.#member, consent);
    if (this.#isForeign) reportOthersOptions(added, this.#member.client);
  }

  async #find(member: LauncherMember): Promise<Launcher> {
    await this.#page.untilFree(member.client);
    this.#load = this.#page.load(this.#script);
    const rokt = await this.#load.rokt;
    this.#isLoaded = true;
    const kits = kitLauncher(rokt);
    const isKits = kits && !this.#page.launcher.hasMade(kits);
    const launcher = isKits ? kits : await this.#page.launcher.launcher(member, rokt);
    return this.#page.launcher.hasMade(launcher) ? launcher : this.#useForeign(launcher, member, rokt);
  }

  #useForeign(launcher: Launcher, member: LauncherMember, rokt: RoktGlobal): Launcher {
    this.#isForeign = true;
    const { options, consent, client } = member;
    reportOthersOptions({ ...options, ...consentOptions(consent) }, client);
    return withSuccessor(launcher, async () => {
      const living = await this.#page.launcher.launcher(member, rokt);
      this.#isForeign = !this.#page.launcher.hasMade(living);
      return living;
    });
  }
}

function noAnswer(code: UpsellErrorCode, { timeout }: LauncherClient): UpsellError {
  return new UpsellError(code, `no answer within ${timeout} ms`);
}

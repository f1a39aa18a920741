import { expectedKind, UpsellError } from '../model/index.ts';
import { consentIn, consentOptions, withoutConsent } from './consent.ts';
import { reportOthersOptions } from './fixed-options.ts';
import { A_LAUNCHER, isLauncher } from './is-launcher.ts';
import type { Launcher, LauncherOptions } from './launcher.ts';
import type { LauncherClient, LauncherSource } from './launcher-source.ts';
import { readSdkPlus, standsForSdkPlus } from './sdk-plus.ts';
import { watchFor } from './watch-for.ts';
import { leftError, whileWaited } from './while-waited.ts';

/** A launcher that the page has made, or a promise of one. */
export type MadeLauncher = Launcher | PromiseLike<Launcher>;

/** What a page gives as its launcher: one, a function that gives one at each selection, or mParticle's SDK+ by name. */
export type GivenLauncher = MadeLauncher | (() => MadeLauncher) | 'mparticle';

const CHOICES = `${A_LAUNCHER}, a promise of one, a function giving either, or "mparticle"`;
const BINDING =
  'as a property: Vue :launcher.prop="x", React 19 launcher={x}, Angular [launcher]="x", Svelte launcher={x}';

/**
 * A launcher of the page's own; never terminated by us.
 *
 * mParticle's `Rokt` is taken as it is on the page at that moment, never as it was when the page gave it.
 *
 * @param given a `GivenLauncher`, or what a wrong binding has made of it
 * @param options what the page asks of launchers, consent flags too; they are reported, since this one has its own
 */
export function createGivenSource(given: GivenLauncher, options: LauncherOptions = {}): LauncherSource {
  let isSdkPlus = given === 'mparticle';
  let consent = consentIn(options);
  let served: LauncherClient | undefined;
  const find = async (waiting: AbortSignal): Promise<Launcher> => {
    const value = isSdkPlus ? undefined : await ask(given);
    isSdkPlus ||= standsForSdkPlus(value);
    if (isSdkPlus) return sdkPlus(waiting);
    if (isLauncher(value)) return value;
    throw rejected(CHOICES, value);
  };
  const timeoutReason = () => {
    const state = isSdkPlus ? readSdkPlus() : undefined;
    const why = state && 'lack' in state ? state.lack : 'the launcher that the page gives has not come';
    return new UpsellError('launcher-timeout', why);
  };
  return {
    servedBy: 'launcher',
    get timeoutReason() {
      return timeoutReason();
    },
    async acquire(client) {
      const launcher = await whileWaited(find, client, timeoutReason);
      reportOthersOptions({ ...withoutConsent(options), ...consentOptions(consent) }, client);
      served = client;
      return launcher;
    },
    setConsent(now) {
      const added = consentOptions(now, consent);
      consent = now;
      if (served) reportOthersOptions(added, served);
    },
  };
}

/** What the page gives now. */
async function ask(given: unknown): Promise<unknown> {
  if (typeof given === 'string') throw rejected(`${CHOICES}; an object is bound ${BINDING}`, given);
  try {
    return await (typeof given === 'function' ? (given as () => unknown)() : given);
  } catch (cause) {
    const why = 'the page could not give its launcher; see the cause';
    throw new UpsellError('launcher-rejected', why, { cause });
  }
}

function rejected(what: string, value: unknown): UpsellError {
  return new UpsellError('launcher-rejected', expectedKind('launcher', what, value));
}

/** SDK+'s launcher as soon as it is there, as long as it is waited for. */
async function sdkPlus(waiting: AbortSignal): Promise<Launcher> {
  const look = () => {
    const state = readSdkPlus();
    return 'launcher' in state ? state.launcher : undefined;
  };
  const launcher = await watchFor(look, () => waiting.aborted);
  if (launcher) return launcher;
  throw leftError();
}

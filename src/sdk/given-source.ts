import { failAs, UpsellError } from '../model/index.ts';
import { addedTo, consentIn } from './consent.ts';
import { type Launcher, type LauncherOptions, toLauncher } from './launcher.ts';
import { reportAsked } from './launcher-options.ts';
import type { LauncherClient, LauncherSource } from './launcher-source.ts';
import { readSdkPlus, standsForSdkPlus } from './sdk-plus.ts';
import { watchFor } from './watch-for.ts';

/** A launcher that the page has made, or a promise of one. */
export type MadeLauncher = Launcher | PromiseLike<Launcher>;

/** What a page gives as its launcher: one, a function that gives one at each selection, or mParticle's SDK+ by name. */
export type GivenLauncher = MadeLauncher | (() => MadeLauncher) | 'mparticle';

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
  const ask = async (): Promise<unknown> => (typeof given === 'function' ? given() : given);
  return {
    servedBy: 'launcher',
    get timeoutReason() {
      const lack = 'mParticle or its Rokt kit has not started';
      return isSdkPlus ? new UpsellError('launcher-timeout', lack) : 'launcher-timeout';
    },
    async acquire(client) {
      const asked = await ask().catch(failAs('launcher-rejected', 'the page could not give it'));
      isSdkPlus ||= standsForSdkPlus(asked);
      const found = isSdkPlus ? await watchFor(readSdkPlus, () => client.signal.aborted) : asked;
      const launcher = toLauncher(found);
      reportAsked({ ...options, ...consent }, client);
      served = client;
      return launcher;
    },
    setConsent(now) {
      if (served) reportAsked({ ...addedTo(consent, now) }, served);
      consent = now;
    },
  };
}

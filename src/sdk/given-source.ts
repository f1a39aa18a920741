import { failAs, UpsellError } from '../model/index.ts';
import { type Launcher, type LauncherOptions, toLauncher } from './launcher.ts';
import { type LauncherAsker, setConsent, useOthers } from './launcher-asker.ts';
import type { LauncherSource } from './launcher-source.ts';
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
  const asker: LauncherAsker = { options };
  const ask = async (): Promise<unknown> => (typeof given === 'function' ? given() : given);
  return {
    servedBy: 'launcher',
    get timeoutReason() {
      if (!isSdkPlus) return 'launcher-timeout';
      return new UpsellError('launcher-timeout', "mParticle's Rokt kit has not started");
    },
    async acquire(client) {
      asker.client = client;
      const asked = await ask().catch(failAs('launcher-rejected', 'the page gave none'));
      isSdkPlus ||= standsForSdkPlus(asked);
      const found = isSdkPlus ? await watchFor(readSdkPlus, () => client.signal.aborted) : asked;
      const launcher = toLauncher(found);
      useOthers(asker);
      return launcher;
    },
    setConsent: (consent) => setConsent(asker, consent),
  };
}

import { isRecord, UpsellError } from '../model/index.ts';
import type { Launcher, LauncherOptions } from './launcher.ts';
import { type LauncherSource, reportFixedOptions, whileWaited } from './launcher-source.ts';
import { readSdkPlus, standsForSdkPlus } from './sdk-plus.ts';
import { watchFor } from './watch-for.ts';

/** A launcher that the page has made, or a promise of one. */
export type MadeLauncher = Launcher | PromiseLike<Launcher>;

/** What a page gives as its launcher: one, a function that gives one at each selection, or mParticle's SDK+ by name. */
export type GivenLauncher = MadeLauncher | (() => MadeLauncher) | 'mparticle';

const LAUNCHER = 'an object with selectPlacements()';
const CHOICES = `${LAUNCHER}, a promise of one, a function giving either, or "mparticle"`;
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
  const find = async (searching: AbortSignal): Promise<Launcher> => {
    const value = isSdkPlus ? undefined : await ask(given);
    isSdkPlus ||= standsForSdkPlus(value);
    return isSdkPlus ? watchForSdkPlus(searching) : toGivenLauncher(value);
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
      const search = new AbortController();
      try {
        const launcher = await whileWaited(find(search.signal), client, timeoutReason);
        reportFixedOptions(askedFor(options), client);
        return launcher;
      } finally {
        search.abort();
      }
    },
  };
}

/**
 * `value`, once it is seen to be a launcher.
 *
 * @throws {TypeError} when it has no `selectPlacements`
 */
export function toLauncher(value: unknown): Launcher {
  if (isRecord(value) && typeof value['selectPlacements'] === 'function') return value as unknown as Launcher;
  throw new TypeError(`launcher: expected ${LAUNCHER}, got ${kindOf(value)}`);
}

/** What the page gives now. */
async function ask(given: unknown): Promise<unknown> {
  if (typeof given === 'string') throw rejected(`${CHOICES}; an object is bound ${BINDING}`, given);
  try {
    return await (typeof given === 'function' ? (given as () => unknown)() : given);
  } catch (cause) {
    throw new UpsellError('launcher-rejected', 'the page could not give its launcher; see the cause', {
      cause,
    });
  }
}

function toGivenLauncher(value: unknown): Launcher {
  try {
    return toLauncher(value);
  } catch (cause) {
    throw rejected(CHOICES, value, cause);
  }
}

function rejected(what: string, value: unknown, cause?: unknown): UpsellError {
  return new UpsellError('launcher-rejected', `launcher: expected ${what}, got ${kindOf(value)}`, { cause });
}

/** What `value` is, without a word of it. */
function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return 'another text';
  return isRecord(value) ? 'an object without it' : `a ${typeof value}`;
}

function watchForSdkPlus(searching: AbortSignal): Promise<Launcher> {
  return watchFor(() => {
    const state = readSdkPlus();
    return 'launcher' in state ? state.launcher : undefined;
  }, searching);
}

/** Those of `options` that ask for something. */
function askedFor(options: LauncherOptions): LauncherOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value != null && value !== false));
}

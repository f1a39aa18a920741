import { canonicalJson, failAs } from '../model/index.ts';
import { toLauncher } from './given-source.ts';
import type { Launcher, LauncherOptions, RoktGlobal } from './launcher.ts';

/** One who uses the page's launcher. */
export interface LauncherMember {
  readonly options: LauncherOptions;
  /** Called when a launcher that it was given is replaced by another. */
  renewed(launcher: Promise<Launcher>): void;
}

/** Everyone who uses the page's launcher or waits for it; true for those who have been given it. */
const members = new Map<LauncherMember, boolean>();

/** A launcher that we made, and the text of its options. */
interface Made {
  readonly key: string | undefined;
  readonly launcher: Promise<Launcher>;
  /** The same, once it is there. */
  ready?: Launcher;
}

/** The one of this page: the SDK keeps one, with the options it was made with. */
let made: Made | undefined;

/** Counts `member`'s options in. @param isGiven whether it has the page's launcher already */
export function joinPage(member: LauncherMember, isGiven: boolean): void {
  members.set(member, isGiven);
}

/** Counts `member`'s options no more. */
export function leavePage(member: LauncherMember): void {
  members.delete(member);
}

/**
 * The page's launcher, with `member`'s options and every restriction that any member asks for.
 *
 * One that has been made is asked for again, since the SDK drops it when the page terminates it. Where the one we made
 * has other options it is terminated and made anew, and the others who use it are told. It rejects with
 * `launcher-rejected`; the next call then makes another.
 */
export function pageLauncher(member: LauncherMember, rokt: RoktGlobal): Promise<Launcher> {
  const options = { ...member.options };
  for (const { options: others } of members.keys()) {
    for (const name of Object.keys(others)) if (others[name] === true) options[name] = true;
  }
  const key = canonicalJson(options);
  members.set(member, true);
  const same = made && made.key === key ? made : undefined;
  if (same && !same.ready) return same.launcher;

  const launcher = replace(same ? undefined : made?.ready, () => rokt.createLauncher(options));
  const entry: Made = (made = { key, launcher });
  launcher.then(
    (ready) => (entry.ready = ready),
    () => {
      if (made === entry) made = undefined;
    },
  );
  if (same) return launcher;
  for (const [other, isGiven] of [...members]) if (isGiven && other !== member) other.renewed(launcher);
  return launcher;
}

/** How long an old launcher may take to terminate, ms. */
const TERMINATION = 1_000;

async function replace(old: Launcher | undefined, create: () => Promise<Launcher>): Promise<Launcher> {
  // What fails or hangs in the old one is nothing to the new one.
  const waited = new Promise((resolve) => old && setTimeout(resolve, TERMINATION));
  if (old?.terminate) await Promise.race([old.terminate().catch(() => undefined), waited]);
  return create().then(toLauncher).catch(failAs('launcher-rejected'));
}

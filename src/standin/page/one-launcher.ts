import type { Launcher, LauncherOptions } from '../../sdk/index.ts';

type Create = (options: LauncherOptions) => Promise<Launcher>;

/**
 * `create`, memoised: a page has one launcher, also while it is being made and whatever the later options are, until it is
 * terminated. One that could not be made is none.
 */
export function oneLauncher(
  create: (options: LauncherOptions, ended: () => void) => Promise<Launcher>,
): Create {
  let launcher: Promise<Launcher> | undefined;
  return (options) => {
    if (launcher) return launcher;
    const making = create(options, () => forget(making));
    launcher = making;
    making.catch(() => forget(making));
    return making;
  };

  function forget(one: Promise<Launcher>): void {
    if (launcher === one) launcher = undefined;
  }
}

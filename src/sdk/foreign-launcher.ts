import type { Launcher, RoktGlobal } from './launcher.ts';

/** Launchers in whose place the SDK has given another: somebody has terminated them. */
const dead = new WeakSet<Launcher>();

/** The launcher that mParticle's kit has made on this page, unless it is known to be dead. */
export function kitLauncher({ currentLauncher }: RoktGlobal): Launcher | undefined {
  return currentLauncher && !dead.has(currentLauncher) ? currentLauncher : undefined;
}

/**
 * `launcher`, which somebody else has made and may have terminated: where it fails, the SDK is asked once for the one that
 * lives, which serves if it is another. It cannot be terminated by us.
 *
 * @param askSdk gives the SDK's launcher, which is `launcher` itself while that lives
 */
export function withSuccessor(launcher: Launcher, askSdk: () => Promise<Launcher>): Launcher {
  return {
    async selectPlacements(options) {
      try {
        return await launcher.selectPlacements(options);
      } catch (thrown) {
        const living = await askSdk().catch(() => launcher);
        if (living === launcher) throw thrown;
        dead.add(launcher);
        return living.selectPlacements(options);
      }
    },
    ...(launcher.hashAttributes && {
      hashAttributes: async (attributes) => launcher.hashAttributes?.(attributes) ?? {},
    }),
  };
}

import type { ScriptedLauncher, ScriptedRokt } from '../../src/testing/index.ts';

/** The launchers that nobody has terminated. */
export function living(rokt: ScriptedRokt): ScriptedLauncher[] {
  return rokt.made.filter(({ isTerminated }) => !isTerminated);
}

import { buildIsCurrent } from './build-state.mjs';
import { ownNode } from './project.mjs';
import { run } from './run.mjs';
import { Trouble } from './trouble.mjs';

/** Builds the package unless the build is made from the files as they are now. */
export async function ensureBuild() {
  if (buildIsCurrent()) return;
  console.log('Building …');
  const { code, output } = await run(ownNode, ['tools/build.mjs'], { limit: 5 * 60_000 });
  if (code !== 0) throw new Trouble(output.trim());
}

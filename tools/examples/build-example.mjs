import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../setup/inputs.mjs';
import { root } from '../setup/project.mjs';
import { exampleFolder, exampleSources, isBuilt, npmIn } from './example-folder.mjs';
import { installPackages, packageHash } from './install-packages.mjs';
import { unlessDone } from './unless-done.mjs';

/**
 * Makes an example's `dist/` from what is there now: its dependencies, our package, its sources; only what changed is done
 * again. Its types are checked beside, or by its build. Throws a Trouble that says which step failed.
 * @param {string} name
 */
export async function buildExample(name) {
  if (!isBuilt(name)) return;
  const folder = exampleFolder(name);
  await installPackages(folder);
  const hash = `${packageHash()} ${hashOf([...exampleSources(name), ...sharedSources()])}`;
  await unlessDone(join(root, folder, 'dist'), hash, async () => {
    console.log(`Building the ${name} example …`);
    await Promise.all(['types', 'build'].map((script) => npmIn(folder, ['run', script, '--if-present'])));
  });
}

/** What examples take from the plain demo: it is free of any framework. */
function sharedSources() {
  const names = readdirSync(join(root, 'demo')).sort();
  const modules = names.filter((name) => name.endsWith('.js'));
  const folders = ['cases', 'stories', 'words', join('examples', 'shared')];
  return [...modules, ...folders].map((name) => join('demo', name));
}

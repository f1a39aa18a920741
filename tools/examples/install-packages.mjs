import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PATIENCE } from '../check/patience.mjs';
import { hashOf } from '../setup/inputs.mjs';
import { root } from '../setup/project.mjs';
import { run } from '../setup/run.mjs';
import { Trouble } from '../setup/trouble.mjs';
import { npmIn } from './example-folder.mjs';
import { unlessDone } from './unless-done.mjs';

/**
 * Installs what is locked in a folder of the project when that changed, and our package in it when it was built anew.
 * @param {string} folder
 */
export async function installPackages(folder) {
  await installLocked(folder);
  const installed = join(root, folder, 'node_modules', 'rokt-upsell');
  await unlessDone(installed, packageHash(), () => refreshPackage(installed));
}

/** Installs what is locked in a folder of the project when that changed. @param {string} folder */
export async function installLocked(folder) {
  const locked = ['package-lock.json', '.npmrc'].map((file) => join(folder, file));
  await unlessDone(join(root, folder, 'node_modules'), hashOf(locked), async () => {
    console.log(`Installing the dependencies of ${folder} …`);
    await npmIn(folder, ['ci', '--no-audit', '--no-fund', '--no-progress', '--prefer-offline']);
  });
}

/** Stands for our package as it would be published now. */
export function packageHash() {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return hashOf(['package.json', 'README.md', 'LICENSE', ...files]);
}

/** Puts the very files that would be published into `installed`. @param {string} installed */
async function refreshPackage(installed) {
  rmSync(installed, { recursive: true, force: true });
  for (const file of await publishedFiles()) cpSync(join(root, file), join(installed, file));
}

/** @returns {Promise<string[]>} */
async function publishedFiles() {
  const { code, output } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    limit: PATIENCE.command,
    shell: process.platform === 'win32',
  });
  const [json] = output.match(/^\[[\s\S]*^\]/m) ?? [];
  if (code !== 0 || !json) throw new Trouble(`npm pack did not list the package's files:\n${output}`);
  return JSON.parse(json)[0].files.map((/** @type {{ path: string }} */ { path }) => path);
}

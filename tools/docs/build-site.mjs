import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sources } from '../../site/navigation.mjs';
import { PATIENCE } from '../check/patience.mjs';
import { installLocked } from '../examples/install-packages.mjs';
import { unlessDone } from '../examples/unless-done.mjs';
import { hashOf } from '../setup/inputs.mjs';
import { ownNode, root } from '../setup/project.mjs';
import { run } from '../setup/run.mjs';
import { Trouble } from '../setup/trouble.mjs';
import { publicFiles } from './public-files.mjs';
import { stageSite } from './stage-site.mjs';

const site = join(root, 'site');
/** The folder of the built site. */
export const built = join(site, 'dist', 'site');
const vitePress = join(site, 'node_modules', 'vitepress', 'bin', 'vitepress.js');

/** All that the site is made from. */
const inputs = [
  ...['site/.vitepress', 'site/navigation.mjs', 'site/package-lock.json', 'tools/docs', 'src'],
  ...sources,
  ...Object.keys(publicFiles),
];

/** Installs, stages and builds what is missing or old of the site. Throws a Trouble that names each dead link. */
export async function buildSite() {
  await installLocked('site');
  const dist = join(site, 'dist');
  await unlessDone(dist, hashOf(inputs), async () => {
    console.log('Building the site …');
    rmSync(dist, { recursive: true, force: true });
    stageSite(join(dist, 'source'));
    const { code, output } = await run(ownNode, [vitePress, 'build', 'site'], { limit: PATIENCE.file });
    if (code !== 0) throw new Trouble(`${output.trim()}\nThe site was not built.`);
  });
}

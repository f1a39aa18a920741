import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundling } from '../../tools/server/bundle.mjs';
import { root } from '../../tools/setup/project.mjs';

/** Bundles each of `servers/` from the sources as they are, as the published service is bundled. */
export async function bundleServers() {
  const folder = join(root, 'bench/service/servers');
  const names = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  await build({
    ...bundling,
    entryPoints: Object.fromEntries(
      names.map((name) => [`bench/${name.replace('.mjs', '')}`, join(folder, name)]),
    ),
    // As deep as the published files are: they find what lies beside the package.
    outdir: 'build',
  });
}

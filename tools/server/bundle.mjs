import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { licenceText, noteBundled } from '../rollup/licences.mjs';
import { root } from '../setup/project.mjs';

/** What CommonJS packages ask for in an ES module. */
const require =
  "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);";

/** How what runs on a server is bundled, with all the packages that it uses. */
export const bundling = /** @satisfies {import('esbuild').BuildOptions} */ ({
  absWorkingDir: root,
  chunkNames: 'service/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.13',
  banner: { js: require },
  // Names stay as they are: to mangle them and keep what they say, each function would be named anew whenever it is made.
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'error',
});

/**
 * Writes the command and the service to dist/, with all the packages that they use: whoever installs the element gets no
 * server packages, and the service needs none. esbuild takes a tenth of a second where Rollup takes ten for these.
 */
export async function bundleServer() {
  const { metafile } = await build({
    ...bundling,
    entryPoints: {
      'command/bin': 'src/command/bin.ts',
      'service/index': 'src/service/index.ts',
      'playwright/index': 'src/playwright/index.ts',
    },
    // The shop's own: there must be one of it.
    external: ['@playwright/test'],
    outdir: 'dist',
    metafile: true,
  });
  const files = Object.keys(metafile.inputs).map((file) => resolve(root, file));
  writeFileSync(join(root, 'dist/service/LICENSE.txt'), licenceText(files));
  noteBundled('service', files);
}

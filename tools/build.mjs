import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeEditorFiles } from './editor-files/write-editor-files.mjs';
import { sizeLines, writeIntegrity } from './rollup/script-files.mjs';
import { keepPublicTypes } from './server/public-types.mjs';
import { buildIsCurrent, noteBuild } from './setup/build-state.mjs';
import { ownNode, root } from './setup/project.mjs';
import { endTogether, run } from './setup/run.mjs';
import { program, Trouble } from './setup/trouble.mjs';

/**
 * `npm run build`: TypeScript to build/, from there the npm modules and the script-tag files to dist/, the server's, and the
 * editor files from custom-elements.json.
 */
const steps = [
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
  ['node_modules/typescript/bin/tsc', '-p', 'src/service/tsconfig.build.json'],
  ['node_modules/typescript/bin/tsc', '-p', 'src/playwright/tsconfig.build.json'],
  ['node_modules/rollup/dist/bin/rollup', '-c', 'rollup.config.mjs', '--silent'],
];

await program(async () => {
  endTogether();
  if (!process.argv.includes('--if-stale') || !buildIsCurrent()) await build();
  console.log(sizeLines().join('\n'));
});

async function build() {
  for (const folder of ['build', 'dist']) rmSync(join(root, folder), { recursive: true, force: true });
  for (const step of steps) {
    const { code, output, timedOut } = await run(ownNode, step, { limit: 120_000 });
    if (code !== 0)
      throw new Trouble(`${output.trim()}\nThe build failed${timedOut ? ': it took too long' : ''}.`);
  }
  const { bundleServer } = await import('./server/bundle.mjs');
  await bundleServer();
  keepPublicTypes();
  writeEditorFiles();
  writeIntegrity();
  noteBuild();
}

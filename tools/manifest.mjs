import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error The analyzer publishes no types for its command.
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { root } from './setup/project.mjs';
import { program, Trouble } from './setup/trouble.mjs';

/** `npm run manifest`: writes custom-elements.json from the sources; with `--check` it only says whether it is stale. */
await program(async () => {
  const file = join(root, 'custom-elements.json');
  const manifest = await cli({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true });
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  if (!process.argv.includes('--check')) return writeFileSync(file, text);
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (committed !== text)
    throw new Trouble('custom-elements.json is stale: run "npm run manifest" and commit it.');
});

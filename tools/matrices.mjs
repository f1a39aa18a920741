import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { degradePage } from './matrices/degrade-page.mjs';
import { frameworkPage } from './matrices/framework-page.mjs';
import { policyPage } from './matrices/policy-page.mjs';
import { architecturePage } from './matrices/rooms-drawing.mjs';
import { samplePages } from './matrices/samples.mjs';
import { root } from './setup/project.mjs';
import { program, Trouble } from './setup/trouble.mjs';

/**
 * `npm run matrices`: writes the pages of docs/ that are tables of tests, the samples in those that show files of this
 * project, and the drawing of its rooms; with `--check` it only says which is stale.
 */
const pages = () => ({
  ...samplePages(),
  'docs/degrade-matrix.md': degradePage(),
  'docs/policy-matrix.md': policyPage(),
  'docs/framework-matrix.md': frameworkPage(),
  'ARCHITECTURE.md': architecturePage(),
});

await program(async () => {
  const stale = Object.entries(pages()).filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  if (process.argv.includes('--check')) {
    const names = stale.map(([path]) => path).join(' and ');
    if (names !== '') throw new Trouble(`${names}: stale; run "npm run matrices" and commit it.`);
    return;
  }
  for (const [path, text] of stale) writeFileSync(join(root, path), text);
});

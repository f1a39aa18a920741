import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { root } from '../../tools/setup/project.mjs';
import { openBrowser, takeParking } from './drive.ts';
import { type EmptyFolder, openEmptyFolder } from './empty-folder.ts';
import { serveFolder } from '../../tools/browsers/serve-folder.mjs';

/** How each makes `dist/` of `main.js`; those that read HTML make it of `index.html`. */
const bundlers: Readonly<Record<string, string>> = {
  webpack: 'npx webpack --mode production --entry ./main.js --output-path dist',
  rspack: 'npx rspack build --mode production --entry ./main.js --output-path dist',
  rollup: 'npx rollup main.js --dir dist --plugin node-resolve',
  esbuild: 'npx esbuild main.js --bundle --format=esm --splitting --outdir=dist',
  parcel: 'npx parcel build index.html --dist-dir dist --no-cache',
  vite: 'npx vite build --base ./',
};

const page = `<!doctype html>
<rokt-upsell offers-url="/offers.json"></rokt-upsell><script type="module" src="./main.js"></script>
`;
const offers = readFileSync(join(root, 'test/support/parking-offers.json'), 'utf8');

/** What a page may begin with; each defines the tag. */
const entries: Readonly<Record<string, string>> = {
  'rokt-upsell': "import 'rokt-upsell';\n",
  'rokt-upsell/define': "import 'rokt-upsell/define';\n",
  'rokt-upsell/react': "import 'rokt-upsell/react';\n",
};

describe('the packed package, in an empty folder', () => {
  let empty: EmptyFolder;
  let browser: Browser;
  before(async () => {
    empty = openEmptyFolder();
    browser = await openBrowser();
    const { dependencies } = JSON.parse(
      readFileSync(join(import.meta.dirname, 'bundlers/package.json'), 'utf8'),
    ) as { dependencies: Record<string, string> };
    await empty.install(Object.entries(dependencies).map(([name, version]) => `${name}@${version}`));
  });
  after(async () => {
    await browser.close();
    empty.close();
  });

  for (const [bundler, command] of Object.entries(bundlers)) {
    for (const [entry, code] of Object.entries(entries)) {
      it(`is bundled by ${bundler} from ${entry}, and offers appear`, async () => {
        const folder = `${bundler}-${entry.replace('/', '-')}`;
        empty.write(`${folder}/main.js`, code);
        empty.write(`${folder}/index.html`, page);
        await empty.run(`cd ${folder} && ${command}`);
        if (bundler !== 'parcel' && bundler !== 'vite') empty.write(`${folder}/dist/index.html`, page);
        empty.write(`${folder}/dist/offers.json`, offers);
        const served = await serveFolder(join(empty.folder, folder, 'dist'));
        try {
          const { faults } = await takeParking(browser, served.url);
          assert.deepEqual(faults, []);
        } finally {
          await served.close();
        }
      });
    }
  }
});

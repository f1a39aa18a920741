import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { root } from '../../tools/setup/project.mjs';
import { serveFolder } from '../../tools/browsers/serve-folder.mjs';
import { openBrowser, removeParking, saysNothingYet, takeParking } from './drive.ts';
import { type EmptyFolder, locked, openEmptyFolder } from './empty-folder.ts';
import { type Act, readSamples, type Samples } from './page-samples.ts';
import { type Served, serveByNode } from './serve.ts';

/** How what each page builds is served. */
const pages: Readonly<Record<string, (folder: string) => Promise<Served>>> = {
  plain: (folder) => serveFolder(folder),
  react: (folder) => serveFolder(join(folder, 'dist')),
  vue: (folder) => serveFolder(join(folder, 'dist')),
  svelte: (folder) => serveFolder(join(folder, 'dist')),
  angular: (folder) => serveFolder(join(folder, 'dist')),
  next: (folder) => serveByNode(['node_modules/next/dist/bin/next', 'start'], folder),
  nuxt: (folder) => serveByNode(['.output/server/index.mjs'], folder),
};

const VITE = ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', '$PORT'];
/** What serves each page's files while somebody works on them, where a page names such a command. */
const working: Readonly<Record<string, readonly string[]>> = {
  react: VITE,
  vue: VITE,
  svelte: VITE,
  nuxt: ['node_modules/nuxt/bin/nuxt.mjs', 'dev', '--no-fork'],
  // It answers only to the name that it listens at.
  next: ['node_modules/next/dist/bin/next', 'dev', '--hostname', '127.0.0.1'],
  angular: ['node_modules/@angular/cli/bin/ng.js', 'serve', '--host', '127.0.0.1', '--port', '$PORT'],
};

for (const [name, serve] of Object.entries(pages)) {
  describe(`docs/frameworks/${name}.md, followed in an empty folder`, () => {
    let samples: Samples;
    let empty: EmptyFolder;
    let browser: Browser;
    before(async () => {
      samples = readSamples(readFileSync(join(root, 'docs/frameworks', `${name}.md`), 'utf8'));
      empty = openEmptyFolder();
      browser = await openBrowser();
      await empty.install(samples.packages.map((one) => locked(one, `demo/examples/${name}`)));
    });
    after(async () => {
      await browser.close();
      empty.close();
    });

    const follow = async (acts: readonly Act[] = []) => {
      for (const act of acts) {
        if ('command' in act) await empty.run(act.command);
        else empty.write(act.path, act.text);
      }
    };
    const visit = async (act: (url: string) => Promise<void>) => {
      const served = await serve(empty.folder);
      try {
        await act(served.url);
      } finally {
        await served.close();
      }
    };

    it('shows offers by its first samples', async () => {
      await follow(samples.sections[0]);
      await visit(async (url) => {
        await saysNothingYet(browser, url);
        const { faults } = await takeParking(browser, url);
        assert.deepEqual(faults, []);
      });
    });

    it('is served while somebody works on it', { skip: !(name in working) }, async () => {
      const served = await serveByNode(working[name] ?? [], empty.folder);
      try {
        await takeParking(browser, served.url);
      } finally {
        await served.close();
      }
    });

    it('has one cart with the placement by the next', async () => {
      assert.equal(samples.sections.length, 2);
      await follow(samples.sections[1]);
      await visit(async (url) => {
        const { page, faults } = await takeParking(browser, url);
        await removeParking(page);
        assert.deepEqual(faults, []);
      });
    });
  });
}

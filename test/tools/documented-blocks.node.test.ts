import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../tools/setup/project.mjs';
import { fencedBlocks } from '../support/fenced-blocks.ts';

/**
 * The test that runs each block of each page, in the order of its blocks, to what the page promises of it; one alone follows all
 * blocks of its page. What no test runs says so.
 */
const tested: Readonly<Record<string, string | readonly string[]>> = {
  'README.md': [
    'package/shown-commands.node',
    'recipes/documented.browser',
    'recipes/sdk-plus.browser',
    'recipes/documented.browser',
  ],
  'docs/back-end-flow.md': ['recipes/documented.browser', 'package/shown-commands.node'],
  'docs/catalogue.md': [
    'service/catalogue/documented.node',
    'package/own-sale.node',
    'package/own-sale.node',
  ],
  'docs/connect-cart.md': ['recipes/documented.browser'],
  'docs/editor-support.md': [
    'types/docs',
    'types/plain',
    'types/frameworks',
    'types/docs',
    'types/frameworks',
    'types/docs',
    'types/frameworks',
    'types/docs',
    'types/frameworks',
  ],
  'docs/first-ten-minutes.md': 'installs/first-ten-minutes.e2e',
  'docs/languages.md': 'page/documented-offers.browser',
  'docs/loading-slot.md': 'page/layout-shift.e2e',
  'docs/medusa.md': ['installs/medusa.e2e'],
  'docs/migration.md': [
    'recipes/migration.browser',
    'recipes/migration.browser',
    'recipes/sdk-plus.browser',
    'recipes/sdk-plus.browser',
    ...Array.from({ length: 12 }, () => 'recipes/migration.browser'),
  ],
  'docs/offers-json.md': [
    'page/documented-offers.browser',
    'offers/documented.browser',
    'package/shown-commands.node',
  ],
  'docs/payment-page.md': ['package/shown-commands.node', 'installs/release.node'],
  'docs/policies.md': ['package/shown-commands.node'],
  'docs/production.md': [
    'package/production.node',
    'none: it makes a user and a unit of the machine, as root',
    ...Array.from({ length: 4 }, () => 'package/production.node'),
    'package/nginx.node',
    ...Array.from({ length: 5 }, () => 'package/production.node'),
  ],
  'docs/rehearse.md': [
    ...Array.from({ length: 4 }, () => 'installs/rehearse.e2e'),
    ...Array.from({ length: 3 }, () => 'package/shown-commands.node'),
  ],
  'docs/sdk-plus.md': [
    ...Array.from({ length: 3 }, () => 'recipes/sdk-plus.browser'),
    'package/shown-commands.node',
  ],
  'docs/stand-in.md': ['package/shown-commands.node', 'recipes/documented.browser'],
  'docs/support.md': ['recipes/documented.browser'],
  'docs/testing.md': [
    'recipes/documented.browser',
    'installs/scripted.e2e',
    'installs/scripted.e2e',
    'testing/sample.browser',
    'testing/sample.browser',
  ],
  'docs/testing-with-a-service.md': [
    'package/own-sale.node',
    ...Array.from({ length: 3 }, () => 'package/playwright.e2e'),
    ...Array.from({ length: 3 }, () => 'installs/with-a-service.e2e'),
  ],
  'docs/theming.md': 'page/documented-offers.browser',
  'docs/transaction-client.md': [
    'package/own-sale.node',
    'recipes/transaction-client.node',
    'recipes/transaction-client.node',
    'recipes/client-samples.node',
    'package/own-sale.node',
    'package/own-sale.node',
    ...Array.from({ length: 3 }, () => 'recipes/client-samples.node'),
  ],
  'docs/upsell-service.md': [
    'package/shown-commands.node',
    'package/shown-commands.node',
    ...Array.from({ length: 5 }, () => 'service/documented.node'),
    'package/own-sale.node',
    'package/audit.node',
  ],
  ...Object.fromEntries(
    ['angular', 'next', 'nuxt', 'plain', 'react', 'svelte', 'vue'].map((name) => [
      `docs/frameworks/${name}.md`,
      'installs/pages.e2e',
    ]),
  ),
};

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })]
  .map((page) => page.replaceAll('\\', '/'))
  .filter((page) => fencedBlocks(read(page)).length > 0);

/** Whether a test reads a page, by itself or by what it imports from beside it; or the page shows a file of its room. */
function reads(test: string, page: string): boolean {
  const file = `test/${test}.test.ts`;
  const names = [basename(page), 'docs/frameworks'];
  const imported = Array.from(read(file).matchAll(/(?:from|import) '(\.[^']+\.ts)'/g), ([, path = '']) =>
    join(dirname(file), path),
  );
  const says = (text: string) =>
    text.includes(names[0]!) || (page.startsWith('docs/frameworks/') && text.includes(names[1]!));
  return (
    [file, ...imported].some((path) => says(read(path))) ||
    read(page).includes(`<!-- sample test/${dirname(test)}/`)
  );
}

describe('the blocks of the pages', () => {
  it('have each a test, by the page and the number of the block', () => {
    const untested = pages.flatMap((page) => {
      const tests = tested[page] ?? [];
      const blocks = fencedBlocks(read(page));
      if (typeof tests === 'string' || tests.length === blocks.length) return [];
      return `${page}: ${blocks.length} blocks, ${tests.length} tests`;
    });
    assert.deepEqual(untested, []);
    assert.deepEqual(
      Object.keys(tested).filter((page) => !pages.includes(page)),
      [],
    );
  });

  for (const page of pages) {
    it(`of ${page} are read by those tests`, () => {
      const tests = new Set([tested[page] ?? []].flat());
      for (const test of tests) {
        if (test.startsWith('none: ')) continue;
        assert.ok(existsSync(join(root, `test/${test}.test.ts`)), test);
        assert.ok(reads(test, page), `${test} does not read ${page}`);
      }
    });
  }
});

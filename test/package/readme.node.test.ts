import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gitHubSlug } from '../../site/.vitepress/github-slug.mjs';
import { linksIn } from '../../tools/docs/page-links.mjs';
import { openShop, type Shop } from './packed.ts';

const HEADING = /^#+ (.+)$/gm;

describe('what is published to be read', () => {
  let shop: Shop;
  let home: string;
  before(() => {
    shop = openShop();
    home = join(shop.folder, 'node_modules', 'rokt-upsell');
  });
  after(() => shop.close());
  const read = (file: string) => readFileSync(join(home, file), 'utf8');

  it('has no dead link: each file and each heading is there', () => {
    const pages = globSync('**/*.md', { cwd: home });
    assert.ok(pages.includes('README.md') && pages.includes(join('docs', 'frameworks', 'react.md')));
    const dead = pages.flatMap((page) =>
      linksIn(read(page))
        .filter((link) => !/^https?:/.test(link) && !leadsSomewhere(page, link))
        .map((link) => `${page}: ${link}`),
    );
    assert.deepEqual(dead, []);
  });

  const leadsSomewhere = (page: string, link: string) => {
    const [path = '', heading] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path);
    if (!existsSync(join(home, target))) return false;
    return heading === undefined || headings(read(target)).includes(heading);
  };

  it('tells in README.md only commands that whoever installed it has', () => {
    const commands = [...read('README.md').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, text = '']) =>
      text.trim().split('\n'),
    );
    assert.ok(commands.length > 0);
    for (const command of commands)
      assert.match(
        command,
        /^(npx rokt-upsell |npm install rokt-upsell$|cp -r node_modules\/rokt-upsell\/dist\/)/,
      );
  });

  it('says which Node the service needs before the first command of it', () => {
    const text = read('README.md');
    const after = text.slice(text.indexOf('npx rokt-upsell serve'));
    assert.ok(after.indexOf('22.13') < after.indexOf('\n## '), after.slice(0, 200));
  });
});

function withoutBlocks(page: string): string {
  return page.replace(/^(`{3,})[\s\S]*?^\1$/gm, '');
}

function headings(page: string): string[] {
  // A heading may be code itself.
  return [...withoutBlocks(page).matchAll(HEADING)].map(([, text = '']) => gitHubSlug(text));
}

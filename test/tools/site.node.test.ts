import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { addressOf, sources } from '../../site/navigation.mjs';
import { linksIn, siteLink } from '../../tools/docs/page-links.mjs';
import { pageOf } from '../../tools/docs/stage-site.mjs';
import { root } from '../../tools/setup/project.mjs';

describe('the documentation site', () => {
  it('has every page of docs/, each at an address of its own', () => {
    const files = globSync('docs/**/*.md', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
    const missing = files.filter((file) => !sources.includes(file));
    assert.deepEqual(missing, [], 'site/navigation.mjs says where a page is in the sidebar');
    assert.equal(new Set(sources.map(addressOf)).size, sources.length);
  });

  it('can make each page, with what its links lead to', () => {
    for (const source of sources) assert.ok(pageOf(source).length > 0);
  });

  it('finds a link that leads to nothing', () => {
    assert.equal(siteLink('../errors.md#sdk-missing', 'docs/frameworks/vue.md'), '/errors.md#sdk-missing');
    assert.equal(siteLink('docs/frameworks', 'CHANGELOG.md'), '/frameworks/plain.md');
    assert.equal(siteLink('../openapi.json', 'docs/rehearse.md'), '/api.md');
    assert.equal(siteLink('../offers.schema.json', 'docs/offers-json.md'), '/offers.schema.json');
    assert.throws(() => siteLink('nothing.md', 'docs/errors.md'), /docs\/errors.md: .* nothing.md/);
  });

  it('leaves code alone', () => {
    const page = 'a [b](c.md) `[d](e.md)`\n\n```md\n[f](g.md)\n```\n\n[h](i.md)';
    assert.deepEqual(linksIn(page), ['c.md', 'i.md']);
  });

  it('has every member, event, slot, state, part and property of the manifest in its reference', () => {
    const page = pageOf('custom-elements.json');
    const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as Manifest;
    const declarations = modules.flatMap((module) => module.declarations ?? []);
    const tag = declarations.find(({ tagName }) => tagName === 'rokt-upsell');
    const offers = declarations.find(({ tagName }) => tagName === 'rokt-upsell-offers');
    const rows = [tag?.attributes, tag?.members, tag?.events, tag?.slots, tag?.cssStates, tag?.cssProperties];
    const named = [...rows, offers?.cssParts, offers?.cssProperties].flatMap((list) => list ?? []);
    assert.ok(named.length > 150, String(named.length));
    const missing = named.filter(({ name }) => !page.includes(`\`${name}`) && name !== '');
    assert.deepEqual(missing, []);
  });

  it('has every call and body of the transaction API in its reference', () => {
    const page = pageOf('openapi.json');
    const { paths, components } = JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8')) as Description;
    const named = [...Object.keys(paths), ...Object.keys(components.schemas)];
    assert.ok(named.length > 40, String(named.length));
    assert.deepEqual(
      named.filter((name) => !page.includes(name.startsWith('/') ? `POST ${name}` : `### ${name}\n`)),
      [],
    );
  });
});

interface Description {
  readonly paths: object;
  readonly components: { readonly schemas: object };
}

type List = readonly { readonly name: string }[];

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: List;
      readonly members?: List;
      readonly events?: List;
      readonly slots?: List;
      readonly cssStates?: List;
      readonly cssProperties?: List;
      readonly cssParts?: List;
    }[];
  }[];
}

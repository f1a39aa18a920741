import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { openShop, project, tool, type Shop } from './packed.ts';

type Target = string | Readonly<Record<'types' | 'default', string>>;

interface Manifest {
  readonly exports: Readonly<Record<string, Target>>;
  readonly main: string;
  readonly types: string;
  readonly typesVersions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly alias: Readonly<Record<string, string>>;
  readonly sideEffects: readonly string[];
  readonly customElements: string;
  readonly 'web-types': string;
}

const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Manifest;
/** Languages of the offers, a module each. */
const languages = ['de', 'fr', 'es', 'ja', 'ar'];
const modules = [
  'rokt-upsell',
  'rokt-upsell/define',
  'rokt-upsell/element',
  'rokt-upsell/cart',
  'rokt-upsell/offers',
  'rokt-upsell/messages',
  ...languages.map((language) => `rokt-upsell/messages/${language}`),
  'rokt-upsell/testing',
  'rokt-upsell/testing/playwright',
  'rokt-upsell/client',
  'rokt-upsell/service',
  'rokt-upsell/react',
];
/** Playwright is the shop's own, and so are Node's types, which its own need: playwright.e2e.test.ts has both. */
const withoutPlaywright = modules.filter((module) => module !== 'rokt-upsell/testing/playwright');
/** React is the shop's own: test/react/ has it, and imports this one on a server. */
const withoutPeers = withoutPlaywright.filter((module) => module !== 'rokt-upsell/react');
/** Types for one framework; as modules they are empty. */
const frameworkTypes = ['rokt-upsell/types/react', 'rokt-upsell/types/vue', 'rokt-upsell/types/svelte'];
const files = [
  'script/rokt-upsell.js',
  'script/rokt-upsell-offers.js',
  'script/cart.js',
  'script/check-contrast.js',
  'script/messages.js',
  ...languages.map((language) => `script/messages-${language}.js`),
  'custom-elements.json',
  'openapi.json',
  'catalogue.schema.json',
  'offers.schema.json',
  'package.json',
];

describe('the published package', () => {
  let shop: Shop;
  before(() => {
    shop = openShop();
  });
  after(() => shop.close());

  it('has types that fit its modules, for every way of resolving them', () => {
    tool('@arethetypeswrong/cli/dist/index.js', [shop.tarball, '--profile', 'esm-only']);
  });

  it('follows the rules of package.json', () => {
    tool('publint/src/cli.js', ['run', shop.tarball, '--strict']);
  });

  it('resolves every export to a file', () => {
    const { resolve } = createRequire(join(shop.folder, 'shop.js'));
    const entries = [...modules, ...frameworkTypes, ...files.map((file) => `rokt-upsell/${file}`)];
    for (const entry of entries) assert.ok(existsSync(resolve(entry)), entry);
    const covered = entries.map((entry) =>
      entry.replace(/^rokt-upsell/, '.').replace(/^\.\/script\/.*/, './script/*'),
    );
    assert.deepEqual([...new Set(covered)].sort(), Object.keys(manifest.exports).sort());
  });

  it('has the same modules and types for resolvers that know no exports map', () => {
    const entries = Object.entries(manifest.exports).flatMap(([entry, target]) =>
      typeof target === 'string' ? [] : [{ entry, ...target }],
    );
    const [door, ...rest] = entries;
    assert.deepEqual([manifest.main, manifest.types], [door?.default, door?.types]);
    assert.deepEqual(manifest.typesVersions, {
      '*': Object.fromEntries(rest.map(({ entry, types }) => [entry.slice(2), [types]])),
    });
    // Parcel reads it, unless it was told to read `exports`.
    assert.deepEqual(manifest.alias, Object.fromEntries(rest.map((one) => [one.entry, one.default])));
  });

  it('is a client module of React’s server components where it draws', () => {
    for (const file of ['index.js', 'rokt-upsell.js']) {
      const code = readFileSync(join(shop.folder, 'node_modules/rokt-upsell/dist/react', file), 'utf8');
      assert.match(code, /^'use client';\n/);
    }
  });

  it('tells a server component that it defines nothing', () => {
    const code = "await import('rokt-upsell');";
    assert.equal(shop.run(code), '');
    assert.match(
      shop.run(code, '--conditions=react-server'),
      /^rokt-upsell: a server component cannot define/,
    );
  });

  for (const field of ['customElements', 'web-types'] as const) {
    it(`has the file that package.json names as ${field}`, () => {
      assert.ok(existsSync(join(shop.folder, 'node_modules', 'rokt-upsell', manifest[field])));
    });
  }

  it('describes its elements by files that are published', () => {
    const text = readFileSync(join(project, 'custom-elements.json'), 'utf8');
    const paths = [...text.matchAll(/"(?:path|module)": "([^"]+)"/g)].map(([, path = '']) => path);
    assert.ok(paths.length > 0);
    for (const path of paths)
      assert.ok(existsSync(join(shop.folder, 'node_modules', 'rokt-upsell', path)), path);
  });

  for (const module of [...withoutPeers, ...frameworkTypes]) {
    it(`does nothing when a server imports ${module}`, () => {
      const code = `await import('${module}'); if (globalThis.customElements?.get('rokt-upsell')) console.log('defined');`;
      assert.equal(shop.run(code), '');
    });
  }

  for (const [code, pattern] of [
    ["import 'rokt-upsell';", /customElements\.define\('rokt-upsell'/],
    ["import('rokt-upsell/script/check-contrast.js');", /too little contrast/],
  ] as const)
    it(`keeps what it was asked for when a bundler drops unused modules: ${code}`, async () => {
      const entry = join(shop.folder, 'shop.js');
      writeFileSync(entry, `${code}\n`);
      const bundle = await rollup({
        input: entry,
        external: /^(lit|@lit\/|typescript-event-target)/,
        plugins: [nodeResolve()],
      });
      const { output } = await bundle.generate({ dir: shop.folder });
      const codes = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''));
      assert.match(codes.join('\n'), pattern);
    });

  it('names exactly the door, the modules that register elements and the check of contrasts as having side effects', () => {
    const dist = join(project, 'dist');
    const registering = globSync('**/*.js', { cwd: dist, exclude: ['script', 'standin', 'console'] }).filter(
      (file) => {
        // A language adds itself to the offers.
        return /customElements\.define\(|^addMessages\(/m.test(readFileSync(join(dist, file), 'utf8'));
      },
    );
    // React's index.js registers by its import of define.js; a server component's entry says that it does not.
    const doors = ['index.js', 'react/index.js', 'server-component.js'];
    const expected = [...doors, ...registering, 'script/check-contrast.js'].map(
      (file) => `./dist/${file.replaceAll('\\', '/')}`,
    );
    assert.deepEqual(manifest.sideEffects.toSorted(), expected.sort());
  });

  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
    ['commonjs', 'node10'],
  ] as const) {
    it(`compiles in a strict shop that resolves modules like ${moduleResolution}`, () => {
      const use = "const upsell: RoktUpsellElement = document.createElement('rokt-upsell');";
      const code = [
        "import type { RoktUpsellElement } from 'rokt-upsell';",
        ...withoutPlaywright.map((name) => `import '${name}';`),
        use,
        'void upsell;',
      ];
      const compilerOptions = {
        strict: true,
        noEmit: true,
        target: 'es2022',
        types: [],
        module,
        moduleResolution,
        // TypeScript 6 asks for it where modules are resolved as they were before Node's exports maps.
        ...(moduleResolution === 'node10' && { ignoreDeprecations: '6.0' }),
      };
      writeFileSync(join(shop.folder, 'shop.ts'), code.join('\n'));
      writeFileSync(
        join(shop.folder, 'tsconfig.json'),
        JSON.stringify({ files: ['shop.ts'], compilerOptions }),
      );
      tool('typescript/bin/tsc', ['-p', shop.folder], shop.folder);
    });
  }
});

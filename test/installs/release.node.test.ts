import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ownNode, root } from '../../tools/setup/project.mjs';
import { run } from '../../tools/setup/run.mjs';
import { blockOf } from '../support/fenced-blocks.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly purl?: string;
  readonly licenses?: readonly unknown[];
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

interface Bom {
  readonly bomFormat: string;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

describe('a release', () => {
  let copy: string;
  const written = (path: string) => readFileSync(join(copy, 'release', version, path), 'utf8');
  const bom = () => JSON.parse(written('sbom.cdx.json')) as Bom;
  before(async () => {
    copy = copySources();
    await release(copy);
  });
  after(() => rmSync(copy, { recursive: true, force: true, maxRetries: 3 }));

  it('has the same bytes when it is made again', async () => {
    const first = written('SHA384SUMS');
    await release(copy);
    assert.equal(written('SHA384SUMS'), first);
  });

  it('is what its checksums say', () => {
    const lines = written('SHA384SUMS').trim().split('\n');
    for (const line of lines) {
      const [digest = '', path = ''] = line.split('  ');
      assert.equal(sha384(join(copy, 'release', version, path)), digest, path);
    }
    for (const needed of [`rokt-upsell-${version}.tgz`, `script/${version}/rokt-upsell.js`, 'web-types.json'])
      assert.ok(
        lines.some((line) => line.endsWith(`  ${needed}`)),
        needed,
      );
  });

  it('is checked by the command of docs/payment-page.md', () => {
    const command = blockOf(readFileSync(join(root, 'docs/payment-page.md'), 'utf8'), 1, 'sh');
    const cwd = join(copy, 'release', version);
    const said = execFileSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
    assert.match(said, /^script\/\S+\/rokt-upsell\.js: OK$/m);
  });

  it('names each package of which a file is published, with where it comes from and its licence', () => {
    const licences = written('LICENSES.txt');
    const packages = bom().components.filter(({ type }) => type === 'library');
    const names = packages.map(({ name }) => name);
    for (const name of ['@lit/reactive-element', 'typescript-event-target', 'fastify', 'pg', 'pino'])
      assert.ok(names.includes(name), name);
    // What only tests and builds need.
    for (const name of ['rollup', '@web/test-runner', 'typescript', 'playwright'])
      assert.ok(!names.includes(name), name);
    for (const { name, version: its, purl = '', licenses = [] } of packages) {
      assert.match(purl, /^pkg:npm\//, name);
      assert.ok(licenses.length > 0, name);
      if (name !== '@lit-labs/ssr-dom-shim') assert.ok(licences.includes(`\n${name} ${its}, `), name);
    }
  });

  it('has no reference in its bill of materials that leads nowhere', () => {
    const { bomFormat, components, dependencies } = bom();
    assert.equal(bomFormat, 'CycloneDX');
    const refs = components.map((component) => component['bom-ref']);
    assert.equal(new Set(refs).size, refs.length);
    for (const { dependsOn } of dependencies) for (const ref of dependsOn) assert.ok(refs.includes(ref), ref);
  });

  it('gives each script-tag file the hash that its integrity is', () => {
    const integrity = JSON.parse(written(`script/${version}/integrity.json`)) as Record<string, string>;
    const files = bom().components.filter(({ type }) => type === 'file');
    assert.deepEqual(
      files.map(({ name }) => name),
      Object.keys(integrity).map((file) => `script/${file}`),
    );
    for (const { name, hashes } of files) {
      const digest = Buffer.from(hashes[0]?.content ?? '', 'hex').toString('base64');
      assert.equal(`sha384-${digest}`, integrity[name.replace('script/', '')]);
    }
  });

  it('lists for a payment page each file that it may load, with purpose and integrity', () => {
    const integrity = JSON.parse(written(`script/${version}/integrity.json`)) as Record<string, string>;
    const rows = written('script-inventory.csv').split('\n');
    for (const file of ['rokt-upsell.js', 'rokt-upsell-offers.js', 'cart.js'])
      assert.ok(
        rows.some((row) => row.includes(`/${version}/${file},${version},${integrity[file]},`)),
        file,
      );
    assert.ok(rows.some((row) => row.includes('/wsdk/integrations/launcher.js,')));
  });

  it('is not made of a version that the change log does not name', async () => {
    const result = await run(ownNode, ['tools/release.mjs'], { limit: 60_000, cwd: copy });
    assert.equal(result.code, 1);
    assert.match(result.output, new RegExp(`^CHANGELOG.md has no heading "## ${version}"`, 'm'));
  });
});

/** The sources as they are, with this project's packages: what is built here stays as it is. */
function copySources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-release-'));
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0')) {
    if (file !== '' && existsSync(join(root, file))) cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

async function release(folder: string): Promise<void> {
  const { code, output } = await run(ownNode, ['tools/release.mjs', '--dry-run'], {
    limit: 10 * 60_000,
    cwd: folder,
  });
  assert.equal(code, 0, output);
}

function sha384(file: string): string {
  return createHash('sha384').update(readFileSync(file)).digest('hex');
}

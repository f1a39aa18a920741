import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { billOfMaterials } from './release/bill-of-materials.mjs';
import { bundledPackages, licenceText } from './rollup/licences.mjs';
import { scriptInventory } from './release/script-inventory.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ownNode, root } from './setup/project.mjs';
import { endTogether, run } from './setup/run.mjs';
import { program, Trouble } from './setup/trouble.mjs';

/**
 * `npm run release [-- --dry-run]`: builds anew and writes all that belongs to a version to release/VERSION/, the same bytes
 * whenever it is run on the same sources. Without `--dry-run` the version must be in CHANGELOG.md and everything committed.
 */
await program(async () => {
  endTogether();
  await ensureDependencies();
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!process.argv.includes('--dry-run')) await ensureReady(own.version);
  await runOrTell(ownNode, ['tools/build.mjs']);
  const folder = join(root, 'release', own.version);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await writeRelease(folder, own);
  for (const line of checksums(folder)) console.log(line);
  const tarball = join(folder, tarballOf(own));
  console.log(`\nTo publish it: npm publish ${relative(root, tarball)}`);
  console.log(`To install it as it is: npm install ${tarball}`);
});

/**
 * @param {string} folder
 * @param {{ name: string, version: string, dependencies: Record<string, string> }} own package.json
 */
async function writeRelease(folder, own) {
  // Two versions are never at one address, so that a CDN may keep a file for ever.
  const scripts = join(folder, 'script', own.version);
  cpSync(join(root, 'dist/script'), scripts, { recursive: true });
  writeFileSync(
    join(folder, 'script-inventory.csv'),
    await scriptInventory(`https://cdn.example/rokt-upsell/${own.version}/`),
  );
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(await billOfMaterials(own), null, 2)}\n`);
  writeFileSync(join(folder, 'LICENSES.txt'), licenceText(bundledPackages()));
  cpSync(join(root, 'custom-elements.json'), join(folder, 'custom-elements.json'));
  cpSync(join(root, 'dist/editor/web-types.json'), join(folder, 'web-types.json'));
  await runOrTell('npm', ['pack', '--ignore-scripts', '--pack-destination', folder]);
  writeFileSync(join(folder, 'SHA384SUMS'), `${checksums(folder).join('\n')}\n`);
}

/** @param {{ name: string, version: string }} own */
function tarballOf({ name, version }) {
  return `${name}-${version}.tgz`;
}

/** A line a file, as `sha384sum` writes and reads it. @param {string} folder */
function checksums(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'SHA384SUMS')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map(
      (file) => `${createHash('sha384').update(readFileSync(file)).digest('hex')}  ${relative(folder, file)}`,
    );
}

/** What is published is what is committed, and the change log says what it is. @param {string} version */
async function ensureReady(version) {
  const heading = `## ${version}`;
  if (
    !readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
      .split('\n')
      .some((line) => line.startsWith(heading))
  )
    throw new Trouble(`CHANGELOG.md has no heading "${heading}".`);
  const { output } = await run('git', ['status', '--porcelain'], { limit: 60_000 });
  if (output.trim() !== '') throw new Trouble(`Not committed:\n${output.trimEnd()}`);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function runOrTell(command, args) {
  const { code, output } = await run(command, args, { limit: 300_000, shell: process.platform === 'win32' });
  if (code !== 0) throw new Trouble(`${command} ${args.join(' ')}\n${output.trim()}`);
}

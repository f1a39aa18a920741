import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages } from '../rollup/licences.mjs';
import { root } from '../setup/project.mjs';
import { run } from '../setup/run.mjs';
import { Trouble } from '../setup/trouble.mjs';

/**
 * @typedef {{ name: string, value: string }} Property
 * @typedef {{ 'bom-ref': string, name: string, version?: string, properties?: Property[] }} Component
 * @typedef {{ ref: string, dependsOn: string[] }} Dependency
 * @typedef {{ serialNumber?: string, metadata: { timestamp?: string, component: Component }, components: Component[], dependencies: Dependency[] }} Bom
 */

/**
 * The bill of materials in CycloneDX's JSON: what an install brings along, what is bundled into the published files, and each
 * script-tag file with its SHA-384. It has neither date nor serial number, so that the same sources give the same bytes.
 * @param {{ name: string, version: string, dependencies: Record<string, string> }} own package.json
 * @returns {Promise<Bom>} rejects where npm cannot tell it
 */
export async function billOfMaterials(own) {
  const { components, dependencies, metadata, ...head } = await installedPackages();
  const isOwn = (/** @type {Component} */ { name }) => name in own.dependencies;
  const installed = withTheirs(components.filter(isOwn).map(refOf), dependencies);
  const bundled = new Set(bundledPackages().map(readRef));
  const published = new Set([...installed, ...bundled]);
  const known = new Set(components.map(refOf));
  const unknown = [...published].filter((ref) => !known.has(ref));
  if (unknown.length > 0) throw new Trouble(`npm does not know what is published: ${unknown.join(', ')}`);
  const self = `${own.name}@${own.version}`;
  delete head.serialNumber;
  delete metadata.timestamp;
  metadata.component.name = own.name;
  return {
    ...head,
    metadata,
    components: [
      ...components
        .filter((component) => published.has(refOf(component)))
        .map((component) => toPublished(component, bundled))
        .sort(byText(refOf)),
      ...scriptComponents(self),
    ],
    dependencies: dependencies
      .filter(({ ref }) => ref === self || published.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => published.has(one)).sort() }))
      .sort(byText(({ ref }) => ref)),
  };
}

/** All that is installed here, tools of development too. @returns {Promise<Bom>} */
async function installedPackages() {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { code, output } = await run('npm', args, { limit: 120_000, shell: process.platform === 'win32' });
  if (code !== 0) throw new Trouble(`npm ${args.join(' ')}\n${output.trim()}`);
  return JSON.parse(output.slice(output.indexOf('{')));
}

/**
 * These packages and all that they need.
 * @param {readonly string[]} refs
 * @param {readonly Dependency[]} dependencies
 */
function withTheirs(refs, dependencies) {
  const found = new Set(refs);
  for (const ref of found) {
    const own = dependencies.find((one) => one.ref === ref);
    for (const next of own?.dependsOn ?? []) found.add(next);
  }
  return found;
}

/**
 * npm marks what the project needs for its own development; that it is bundled is what a reader has to know.
 * @param {Component} component
 * @param {ReadonlySet<string>} bundled
 */
function toPublished(component, bundled) {
  const isBundled = { name: 'cdx:npm:package:bundled', value: 'true' };
  const properties = bundled.has(refOf(component)) ? [isBundled] : [];
  return { ...component, scope: 'required', properties };
}

/** @param {Component} component */
function refOf(component) {
  return component['bom-ref'];
}

/** @param {string} folder of a package */
function readRef(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name}@${version}`;
}

/**
 * Orders by code units, the same in every language of the machine.
 * @template T
 * @param {(item: T) => string} textOf
 * @returns {(one: T, other: T) => number}
 */
function byText(textOf) {
  return (one, other) => (textOf(one) < textOf(other) ? -1 : 1);
}

/** @param {string} self */
function scriptComponents(self) {
  const folder = join(root, 'dist/script');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .sort()
    .map((file) => ({
      'bom-ref': `${self}#script/${file}`,
      type: 'file',
      name: `script/${file}`,
      hashes: [{ alg: 'SHA-384', content: sha384(join(folder, file)) }],
    }));
}

/** @param {string} file */
function sha384(file) {
  return createHash('sha384').update(readFileSync(file)).digest('hex');
}

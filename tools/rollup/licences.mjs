import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/project.mjs';

const own = readPackage(root);
const packageFolder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * The comment on top of a script-tag file; the licences of what it contains are in a file beside it.
 * @param {{ fileName: string, modules: Record<string, unknown> }} chunk
 */
export function licenceBanner(chunk) {
  const mine = `${own.name} ${own.version}, ${own.license}`;
  const others =
    packagesIn(Object.keys(chunk.modules)).length > 0 ? '; Lit (c) Google LLC, BSD-3-Clause' : '';
  return `/*! ${mine}${others}; see ${licenceFile(chunk)} */`;
}

/**
 * Writes the full licences of all that a script-tag file contains into one file beside it.
 * @returns {import('rollup').Plugin}
 */
export function licences() {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const files = Object.keys(chunk.modules);
        this.emitFile({ type: 'asset', fileName: licenceFile(chunk), source: licenceText(files) });
        noteBundled(chunk.fileName, files);
      }
    },
  };
}

/**
 * The full licences of this package and of all that `files` belong to.
 * @param {readonly string[]} files by their paths
 */
export function licenceText(files) {
  const parts = [own, ...packagesIn(files)].map(
    ({ name, version, license, text }) => `${name} ${version}, ${license}\n\n${text.trim()}\n`,
  );
  return parts.join('\n\n');
}

/** Where the build notes which packages are in what it has bundled. */
const bundledFolder = join(root, 'build', 'bundled');

/**
 * Notes the packages that `files` belong to as contents of what is called `name`.
 * @param {string} name
 * @param {readonly string[]} files by their paths
 */
export function noteBundled(name, files) {
  mkdirSync(bundledFolder, { recursive: true });
  writeFileSync(join(bundledFolder, `${name}.json`), JSON.stringify(foldersIn(files)));
}

/** The folders of all packages that the build has bundled into something. @returns {string[]} */
export function bundledPackages() {
  const notes = readdirSync(bundledFolder).map((file) => readFileSync(join(bundledFolder, file), 'utf8'));
  return [...new Set(notes.flatMap((note) => JSON.parse(note)))].sort();
}

/** @param {{ fileName: string }} chunk */
function licenceFile({ fileName }) {
  return `${fileName}.LICENSE.txt`;
}

/** @param {readonly string[]} files */
function packagesIn(files) {
  return foldersIn(files).map(readPackage);
}

/** @param {readonly string[]} files */
function foldersIn(files) {
  const folders = files.flatMap((file) => file.replaceAll('\\', '/').match(packageFolder) ?? []);
  return [...new Set(folders)].sort();
}

/**
 * @param {string} folder
 * @returns {{ name: string, version: string, license: string, text: string }}
 */
function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file && !license) throw new Error(`${name} names no licence`);
  const text = file ? readFileSync(join(folder, file), 'utf8') : 'The package has no text of its licence.';
  return { name, version, license, text };
}

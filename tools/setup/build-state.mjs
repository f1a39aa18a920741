import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './inputs.mjs';
import { root } from './project.mjs';

/** All that the build is made from. */
const inputs = [
  ['src', 'LICENSE', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
  ['rollup.config.mjs', 'tools/build.mjs', 'tools/rollup', 'tools/server'],
  ['custom-elements.json', 'tools/editor-files'],
].flat();

const note = join(root, 'build', 'inputs.sha256');
const lastWritten = join(root, 'dist', 'script', 'integrity.json');

/** True when the build was made from the files as they are now. */
export function buildIsCurrent() {
  return existsSync(lastWritten) && existsSync(note) && readFileSync(note, 'utf8') === hashOf(inputs);
}

/** Notes that the build was made from the files as they are now. */
export function noteBuild() {
  writeFileSync(note, hashOf(inputs));
}

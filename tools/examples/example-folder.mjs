import { existsSync, readdirSync } from 'node:fs';
import { dirname, delimiter, join } from 'node:path';
import { PATIENCE } from '../check/patience.mjs';
import { machinePath, ownNode, root } from '../setup/project.mjs';
import { run } from '../setup/run.mjs';
import { Trouble } from '../setup/trouble.mjs';

/** What is made in an example's folder, by npm and by its own tools. */
const generated = [
  'node_modules',
  'dist',
  '.angular',
  '.svelte-kit',
  '.next',
  'next-env.d.ts',
  'tsconfig.tsbuildinfo',
  '.nuxt',
  '.output',
];

/** Nobody is told that an example was built. */
const silent = { NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1' };

/** The folder of an example, relative to the project. @param {string} name */
export function exampleFolder(name) {
  return join('demo', 'examples', name);
}

/** Where the pages of an example are, relative to the project: what its build makes, or its folder where none is needed. @param {string} name */
export function examplePages(name) {
  const folder = exampleFolder(name);
  return isBuilt(name) ? join(folder, 'dist') : folder;
}

/** Whether an example has a package of its own, with a build. @param {string} name */
export function isBuilt(name) {
  return existsSync(join(root, exampleFolder(name), 'package.json'));
}

/** What an example is written in, relative to the project: its folder without what is made there. @param {string} name */
export function exampleSources(name) {
  const folder = exampleFolder(name);
  const entries = readdirSync(join(root, folder)).filter((entry) => !generated.includes(entry));
  return entries.map((entry) => join(folder, entry));
}

/**
 * Runs npm in a folder of the project, on the project's own Node.
 * @param {string} folder
 * @param {string[]} args
 */
export async function npmIn(folder, args) {
  const { code, output, timedOut } = await run('npm', args, {
    cwd: join(root, folder),
    limit: PATIENCE.command,
    env: { ...silent, PATH: [dirname(ownNode), machinePath()].join(delimiter) },
    shell: process.platform === 'win32',
  });
  const words = `npm ${args.join(' ')} in ${folder}`;
  if (code !== 0) throw new Trouble(`${output.trim()}\n${words} ${timedOut ? 'took too long' : 'failed'}.`);
  return output;
}

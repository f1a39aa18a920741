import { build } from 'esbuild';

/** @type {Map<string, Promise<Uint8Array>>} */
const scripts = new Map();

/**
 * What a TypeScript file and all that it imports are as one script for a plain tag; made once a run.
 * @param {string} path
 */
export function classicScript(path) {
  const script = scripts.get(path) ?? bundle(path);
  scripts.set(path, script);
  return script;
}

/** @param {string} path */
async function bundle(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  return /** @type {import('esbuild').OutputFile} */ (outputFiles[0]).contents;
}

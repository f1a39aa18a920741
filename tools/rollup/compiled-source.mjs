import { existsSync, readFileSync } from 'node:fs';

/**
 * Hands the compiler's source maps to Rollup, so that a stack in a shipped file leads to the TypeScript line.
 * @returns {import('rollup').Plugin}
 */
export function compiledSource() {
  return {
    name: 'compiled-source',
    load(id) {
      if (!existsSync(`${id}.map`)) return null;
      return { code: readFileSync(id, 'utf8'), map: readFileSync(`${id}.map`, 'utf8') };
    },
  };
}

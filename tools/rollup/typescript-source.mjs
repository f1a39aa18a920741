import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/**
 * Reads TypeScript as it stands: our sources hold nothing but types on top of JavaScript.
 * @returns {import('rollup').Plugin}
 */
export function typescriptSource() {
  return {
    name: 'typescript-source',
    load: (id) => (id.endsWith('.ts') ? stripTypeScriptTypes(readFileSync(id, 'utf8')) : null),
  };
}

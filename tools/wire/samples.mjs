import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/project.mjs';

const folder = join(root, 'test/contract/samples');

/**
 * Every sample body: which schema it is of, its own name, and what is in it.
 * @returns {{ schema: string, name: string, value: unknown }[]}
 */
export function readSamples() {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => {
    const [schema = '', name = ''] = file.split('.');
    return { schema, name, value: JSON.parse(readFileSync(join(folder, file), 'utf8')) };
  });
}

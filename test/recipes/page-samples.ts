import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';

const project = join(import.meta.dirname, '../..');

/** What the samples import of the package, as the sources have it. */
const entries = {
  'rokt-upsell/client': 'src/client/index.ts',
  'rokt-upsell/service': 'src/service/index.ts',
};

export interface Samples {
  readonly folder: string;
  readonly names: readonly string[];
  /** The page itself. */
  readonly text: string;
}

/**
 * Every JavaScript sample of a page of docs/, word for word, in a folder of its own; a sample's first line names its file.
 * Only where the package is found is another. The folder goes after the tests of the file.
 */
export function writeSamples(page: string): Samples {
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-sample-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  const text = readFileSync(join(project, 'docs', page), 'utf8');
  const names = Array.from(text.matchAll(/```js\n([^]*?)```/g), ([, code = '']) => {
    const [, name] = /^\/\/ ([\w-]+(?:\.\w+)*\.js)\b/.exec(code) ?? [];
    if (name === undefined)
      throw new Error(`docs/${page}: expected a sample that names its file, got ${code}`);
    writeFileSync(join(folder, name), withSources(code));
    return name;
  });
  return { folder, names, text };
}

function withSources(code: string): string {
  return Object.entries(entries).reduce((text, [name, source]) => {
    return text.replaceAll(`'${name}'`, `'${pathToFileURL(join(project, source)).href}'`);
  }, code);
}

/** A sample as a module. */
export async function importSample<Module>(folder: string, name: string): Promise<Module> {
  return (await import(pathToFileURL(join(folder, name)).href)) as Module;
}

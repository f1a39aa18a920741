import { format, resolveConfig } from 'prettier';
import { ENDPOINTS } from '../../src/contract/endpoints.ts';
import { SCHEMAS } from '../../src/contract/schemas.ts';
import { root } from '../setup/project.mjs';
import { namesIn, printDeclaration } from './print-type.mjs';

const folder = 'src/contract/wire';
const made = '// Made from the schemas of src/contract by `npm run wire`.\n';

/** @type {[file: string, schemas: Record<string, import('./print-type.mjs').Schema>][]} */
const groups = Object.entries(SCHEMAS);
const homes = new Map(groups.flatMap(([file, schemas]) => Object.keys(schemas).map((name) => [name, file])));

/**
 * The types of every body without TypeBox: the text of each file by its path.
 * @returns {Promise<Record<string, string>>}
 */
export async function wireFiles() {
  const doors = [...groups.map(([file]) => file), 'operations'];
  const door = doors.map((file) => `export type * from './wire/${file}.ts';\n`).join('');
  /** @type {[path: string, text: string][]} */
  const texts = [
    ...groups.map(printGroup),
    [`${folder}/operations.ts`, printOperations()],
    [`${folder}/by-name.ts`, printByName()],
    [`${folder}.ts`, made + door],
  ];
  const options = await resolveConfig(`${root}/${folder}.ts`);
  const formatted = texts.map(async ([path, text]) => [
    path,
    await format(text, { ...options, parser: 'typescript' }),
  ]);
  return Object.fromEntries(await Promise.all(formatted));
}

/**
 * @param {(typeof groups)[number]} group
 * @returns {[path: string, text: string]}
 */
function printGroup([file, schemas]) {
  for (const [name, { title }] of Object.entries(schemas))
    if (name !== title)
      throw new TypeError(`SCHEMAS.${file}.${name}: expected this name as its title, got ${title}`);
  const names = Object.values(schemas).flatMap(namesIn);
  const parts = [made, printImports(names, file), ...Object.values(schemas).map(printDeclaration)];
  return [`${folder}/${file}.ts`, parts.join('\n')];
}

function printOperations() {
  /** @type {Record<string, any>[]} */
  const all = Object.values(ENDPOINTS);
  const names = all.flatMap(({ request, answer }) => [request.title, answer.title]);
  const lines = all.map(
    ({ operationId, path, headers, request, answer }) =>
      `readonly '${operationId}': { readonly path: '${path}'; readonly session: '${headers.sessionId}'; readonly request: ${request.title}; readonly answer: ${answer.title} };`,
  );
  const about =
    '/** Every operation by its id: where it is, whether it needs a session, what it takes and what it answers. */';
  return [made, printImports(names), about, `export interface Operations {\n${lines.join('\n')}\n}\n`].join(
    '\n',
  );
}

function printByName() {
  const names = [...homes.keys()];
  const lines = names.map((name) => `readonly ${name}: ${name};`);
  const about = '/** Every type of the wire by its name, as `SCHEMAS` has its schema. */';
  return [made, printImports(names), about, `export interface WireTypes {\n${lines.join('\n')}\n}\n`].join(
    '\n',
  );
}

/**
 * @param {string[]} names
 * @param {string} [here] the file that has its own
 */
function printImports(names, here) {
  return groups
    .filter(([file]) => file !== here)
    .map(([file]) => {
      const wanted = [...new Set(names)].filter((name) => homes.get(name) === file).sort();
      return wanted.length > 0 ? `import type { ${wanted.join(', ')} } from './${file}.ts';\n` : '';
    })
    .join('');
}

import { Ajv, type ErrorObject } from 'ajv';
import { expected } from '../../model/index.ts';
import { CatalogueFile } from './catalogue-file.ts';
import { semanticFaults } from './semantic-faults.ts';

/** One thing that is wrong with a catalogue. */
export interface CatalogueFault {
  /** Where, as `placements[0].offers[1].maximum`. */
  readonly path: string;
  readonly expected: string;
  readonly got: unknown;
}

/** What was wrong with a catalogue, all of it. */
export class CatalogueError extends Error {
  readonly faults: readonly CatalogueFault[];

  /** @param file where it is, when it is in a file */
  constructor(faults: readonly CatalogueFault[], file?: string) {
    super(faults.map((fault) => (file === undefined ? '' : `${file}: `) + faultLine(fault)).join('\n'));
    this.name = 'CatalogueError';
    this.faults = faults;
  }
}

/** A fault in one line: where, what was expected, and what is there. */
export function faultLine(fault: CatalogueFault): string {
  return expected(fault.path, fault.expected, fault.got);
}

const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
const isSound = ajv.compile<CatalogueFile>(CatalogueFile);

/** Every fault of a catalogue, by its path, in the order of the file; none for one that can be served. */
export function checkCatalogue(json: unknown): readonly CatalogueFault[] {
  isSound(json);
  const faults = (isSound.errors ?? []).filter(isOutermost).map(toFault).map(withoutSecret);
  return [...faults, ...semanticFaults(json)].sort((a, b) => byPath(a.path, b.path));
}

/**
 * The catalogue in `json`.
 *
 * @throws {CatalogueError} that names every fault
 */
export function toCatalogueFile(json: unknown, file?: string): CatalogueFile {
  const faults = checkCatalogue(json);
  if (faults.length > 0) throw new CatalogueError(faults, file);
  return json as CatalogueFile;
}

/** What was to be a secret may be one, but for a letter: it is not shown. */
function withoutSecret(fault: CatalogueFault): CatalogueFault {
  const isOne = /^providers\..*\.secret$/.test(fault.path) && fault.got !== undefined;
  return isOne ? { ...fault, got: 'something else' } : fault;
}

/** Of the branches of an alternative none alone is what was expected. */
function isOutermost({ schemaPath }: ErrorObject): boolean {
  return !schemaPath.includes('/anyOf/');
}

function toFault({ keyword, instancePath, params, parentSchema, data }: ErrorObject): CatalogueFault {
  const path = toPath(instancePath);
  const given = params as Readonly<Record<string, unknown>>;
  const field = given['missingProperty'] ?? given['additionalProperty'];
  if (typeof field === 'string') {
    const got = (data as Record<string, unknown>)[field];
    const what = keyword === 'required' ? 'a value, which every catalogue needs' : 'no field of this name';
    return { path: path ? `${path}.${field}` : field, expected: what, got };
  }
  return { path: path || 'catalogue', expected: expectation(keyword, given, parentSchema), got: data };
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'an array',
  object: 'an object',
  integer: 'a whole number',
  number: 'a number',
  string: 'a string',
  boolean: 'true or false',
};

function expectation(
  keyword: string,
  { type, limit, i, j }: Readonly<Record<string, unknown>>,
  schema: ErrorObject['parentSchema'],
): string {
  switch (keyword) {
    case 'type':
      return TYPES[type as string] ?? String(type);
    case 'minimum':
      return `at least ${String(limit)}`;
    case 'maximum':
      return `at most ${String(limit)}`;
    case 'minLength':
      return limit === 1 ? 'a non-empty string' : `at least ${String(limit)} characters`;
    case 'maxLength':
      return `at most ${String(limit)} characters`;
    case 'minItems':
      return 'a list that is not empty';
    case 'uniqueItems':
      return `each entry once (${String(j)} and ${String(i)} are the same)`;
    default: {
      const { description } = (schema ?? {}) as { description?: string };
      return description ?? `what the schema's "${keyword}" says`;
    }
  }
}

/** `/placements/0/offers/1` as `placements[0].offers[1]`. */
function toPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}

function byPath(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

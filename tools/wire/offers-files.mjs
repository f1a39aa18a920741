import { format, resolveConfig } from 'prettier';
import { OffersDocument } from '../../src/contract/offers.ts';
import { root } from '../setup/project.mjs';

/** @typedef {import('./print-type.mjs').Schema} Schema */

const shapeFile = 'src/model/offers-file/offers-shape.ts';

/** What of a schema says something of one value by itself; the words for people are left out. */
const kept = ['type', 'properties', 'required', 'items', 'minimum', 'maximum', 'minLength', 'pattern'];

/**
 * What is made from the schema of an offers.json: the file for editors and validators, and the shape that a page checks by.
 * @returns {Promise<Record<string, string>>}
 */
export async function offersFiles() {
  const schema = { $schema: 'http://json-schema.org/draft-07/schema#', ...OffersDocument };
  const shape = [
    '// Made from the schema in src/contract/offers.ts by `npm run wire`.',
    "import type { Shape } from './shape-faults.ts';",
    '',
    '/** The shape of an `offers.json`. */',
    `export const OFFERS_SHAPE: Shape = ${JSON.stringify(shapeOf(OffersDocument))};`,
  ].join('\n');
  const options = await resolveConfig(`${root}/${shapeFile}`);
  return {
    'offers.schema.json': await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 }),
    [shapeFile]: await format(shape, { ...options, parser: 'typescript' }),
  };
}

/**
 * @param {Schema} schema
 * @returns {Schema}
 */
function shapeOf(schema) {
  const entries = Object.entries(schema).filter(([name]) => kept.includes(name));
  const shape = Object.fromEntries(entries);
  // Nobody reads patterns: a fault says in words what was expected.
  if (schema.pattern) shape.description = asPhrase(schema.description);
  if (schema.items) shape.items = shapeOf(schema.items);
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, inner]) => [name, shapeOf(inner)]);
    shape.properties = Object.fromEntries(fields);
  }
  return shape;
}

/**
 * A sentence as a message has it within its own.
 * @param {string} sentence
 */
function asPhrase(sentence) {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

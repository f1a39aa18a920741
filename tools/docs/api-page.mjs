import { code } from '../matrices/table.mjs';
import { toTable, toText } from './markdown.mjs';

/**
 * @typedef {object} Schema
 * @property {string} [$ref]
 * @property {string | string[]} [type]
 * @property {string} [description]
 * @property {Record<string, Schema>} [properties]
 * @property {string[]} [required]
 * @property {Schema} [items]
 * @property {Schema[]} [anyOf]
 * @property {Schema[]} [allOf]
 * @property {unknown} [const]
 * @property {unknown[]} [enum]
 * @typedef {{ schema: Schema, examples?: Record<string, { value: unknown }> }} Media
 * @typedef {{ $ref?: string, description?: string, content?: Record<string, Media> }} Body
 * @typedef {{ name: string, required?: boolean, description?: string }} Header
 * @typedef {{ summary?: string, parameters?: Header[], security?: object[], requestBody?: Body, responses: Record<string, Body> }} Call
 * @typedef {object} Description
 * @property {{ description: string }} info
 * @property {Record<string, Record<string, Call>>} paths
 * @property {{ schemas: Record<string, Schema>, responses: Record<string, Body>, securitySchemes: { apiKey: Header } }} components
 */

/**
 * The calls of the transaction API and their bodies as Markdown, all from its description.
 * @param {Description} description openapi.json
 */
export function apiPage({ info, paths, components }) {
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) =>
      toCall(`${method.toUpperCase()} ${path}`, call, components),
    ),
  );
  const bodies = Object.entries(components.schemas).map(([name, schema]) => toBody(name, schema));
  return [
    '# The transaction API',
    info.description,
    'Made from [openapi.json](/openapi.json), for tools. What each code means, and what to do: [errors](docs/service-errors.md). A client that does all of it: [the transaction client](docs/transaction-client.md).',
    ...calls,
    '## Bodies',
    ...bodies,
    '',
  ].join('\n\n');
}

/** @param {string} title @param {Call} call @param {Description['components']} components */
function toCall(title, { summary, parameters = [], security = [], requestBody, responses }, components) {
  const { 200: answer, ...refusals } = responses;
  const key = { ...components.securitySchemes.apiKey, required: true };
  const headers = [...(security.length > 0 ? [key] : []), ...parameters].map(
    ({ name, required, description }) => [
      code(name),
      required ? 'required' : 'optional',
      toText(description),
    ],
  );
  const statuses = Object.entries(refusals).map(([status, { $ref = '', description }]) => {
    const shared = components.responses[$ref.split('/').at(-1) ?? ''];
    return [status, toText(description ?? shared?.description)];
  });
  return [
    `## ${code(title)}`,
    toText(summary),
    toTable(['header', 'needed', 'what it is'], headers),
    toContent('Takes', requestBody),
    toContent('Answers', answer),
    toTable(['refused with', 'because'], statuses),
  ].join('\n\n');
}

/** @param {string} verb @param {Body | undefined} body */
function toContent(verb, body) {
  const media = body?.content?.['application/json'];
  if (!media) return '';
  const [example] = Object.values(media.examples ?? {});
  const shown = example ? `\n\n\`\`\`json\n${JSON.stringify(example.value, null, 2)}\n\`\`\`` : '';
  return `${verb} ${typeOf(media.schema)}${shown ? ', for instance:' : '.'}${shown}`;
}

/** @param {string} name @param {Schema} schema */
function toBody(name, schema) {
  const { description, properties, required = [] } = schema;
  const rows = Object.entries(properties ?? {}).map(([field, type]) => [
    code(required.includes(field) ? field : `${field}?`),
    typeOf(type),
    toText(type.description),
  ]);
  const shape = properties ? toTable(['field', 'type', 'what it is'], rows) : typeOf(schema);
  return `### ${name}\n\n${toText(description)}\n\n${shape}`;
}

/** A type in words, with links to the bodies of the page. @param {Schema} schema @returns {string} */
function typeOf({ $ref, type, items, anyOf, allOf, const: only, enum: values, properties }) {
  const name = $ref?.split('/').at(-1);
  if (name) return `[${name}](#${name.toLowerCase()})`;
  if (only !== undefined) return code(JSON.stringify(only));
  if (values) return values.map((value) => code(JSON.stringify(value))).join(' or ');
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(' or ');
  if (allOf) return allOf.map(typeOf).join(' and ');
  if (items) return `a list of ${typeOf(items)}`;
  if (properties) return `{${Object.keys(properties).map(code).join(', ')}}`;
  return code([type ?? 'anything'].flat().join(' or '));
}

/** @typedef {Record<string, any>} Schema a JSON Schema, of the few kinds that src/contract uses */

/**
 * The declaration of a schema with a title: an interface for an object, a type for anything else.
 * @param {Schema} schema
 */
export function printDeclaration(schema) {
  const { title } = schema;
  const body = printInner(schema);
  return schema.type === 'object' && schema.properties
    ? `${comment(schema)}export interface ${title} ${body}\n`
    : `${comment(schema)}export type ${title} = ${body};\n`;
}

/**
 * The names that the schema's type mentions.
 * @param {Schema} schema
 * @returns {string[]}
 */
export function namesIn(schema) {
  return childrenOf(schema).flatMap((child) => (child.title ? [child.title] : namesIn(child)));
}

/** @param {Schema} schema */
function printType(schema) {
  return schema.title ?? printInner(schema);
}

/**
 * @param {Schema} schema
 * @returns {string}
 */
function printInner(schema) {
  if (schema.anyOf) return schema.anyOf.map(printType).join(' | ');
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  if ('const' in schema) return literal(schema.const);
  if (schema.not) return 'never';
  switch (schema.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return schema.type;
    case 'integer':
      return 'number';
    case 'array':
      return `readonly (${printType(schema.items)})[]`;
    case 'object':
      return schema.properties ? printProperties(schema) : printRecord(schema.additionalProperties);
    default:
      throw new TypeError(`expected a kind of schema that has a type here, got ${JSON.stringify(schema)}`);
  }
}

/** @param {Schema} schema */
function printProperties({ properties, required = [] }) {
  const lines = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? '' : '?';
    return `${schema.title ? '' : comment(schema)}readonly ${name}${mark}: ${printType(schema)};`;
  });
  return `{\n${lines.join('\n')}\n}`;
}

/** @param {Schema | boolean} values */
function printRecord(values) {
  return `{ readonly [name: string]: ${printValues(values)} }`;
}

/** @param {Schema | boolean} values */
function printValues(values) {
  if (values === false) return 'never';
  return values === true ? 'unknown' : printType(values);
}

/**
 * @param {Schema} schema
 * @returns {Schema[]}
 */
function childrenOf({ anyOf = [], properties = {}, items, additionalProperties }) {
  const values = typeof additionalProperties === 'object' ? [additionalProperties] : [];
  return [...anyOf, ...Object.values(properties), ...(items ? [items] : []), ...values];
}

/** @param {Schema} schema */
function comment({ description }) {
  return description ? `/** ${description} */\n` : '';
}

/** @param {unknown} value */
function literal(value) {
  return JSON.stringify(value);
}

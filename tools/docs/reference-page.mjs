import { code } from '../matrices/table.mjs';
import { toTable, toText } from './markdown.mjs';
import { typeTexts } from './type-texts.mjs';

/**
 * @typedef {{ text: string }} Type
 * @typedef {{ name: string, type?: Type, optional?: boolean }} Parameter
 * @typedef {object} Member
 * @property {'field' | 'method'} kind
 * @property {string} name
 * @property {string} [description]
 * @property {Type} [type]
 * @property {string} [default]
 * @property {string} [attribute]
 * @property {boolean} [readonly]
 * @property {boolean} [static]
 * @property {Parameter[]} [parameters]
 * @property {{ type: Type }} [return]
 * @typedef {{ name: string, description?: string, default?: string, type?: Type }} Row
 * @typedef {object} Declaration
 * @property {string} [tagName]
 * @property {string} [description]
 * @property {Member[]} [members]
 * @property {Row[]} [events]
 * @property {Row[]} [slots]
 * @property {Row[]} [cssStates]
 * @property {Row[]} [cssParts]
 * @property {Row[]} [cssProperties]
 * @typedef {{ modules: { declarations?: Declaration[] }[] }} Manifest
 */

/** What a section is headed by, and the live example in it. */
const examples = { properties: 'attributes', methods: 'update-cart-item', events: 'events' };

/**
 * The reference of the element as Markdown: all that the manifest says, and nothing else but the types that it names.
 * @param {Manifest} manifest custom-elements.json
 */
export function referencePage(manifest) {
  const declarations = manifest.modules.flatMap(({ declarations = [] }) => declarations);
  const tag = declarations.find(({ tagName }) => tagName === 'rokt-upsell');
  const offers = declarations.find(({ tagName }) => tagName === 'rokt-upsell-offers');
  if (!tag || !offers) throw new TypeError('custom-elements.json: expected both elements');
  const { members = [], events = [] } = tag;
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  return [
    '# Reference of `<rokt-upsell>`',
    'Made from the [manifest](/custom-elements.json), which editors read as well. An attribute and its property are one thing; what has no attribute is a property alone.',
    '## Attributes and properties',
    toExample(examples.properties),
    ...fields.filter(({ readonly }) => !readonly).map(toField),
    '## Properties to read',
    ...fields.filter(({ readonly }) => readonly).map(toField),
    '## Methods',
    toExample(examples.methods),
    ...methods.map(toMethod),
    '## Events',
    'All of them bubble, and leave a shadow tree.',
    toExample(examples.events),
    ...events.map(toEvent),
    '## Slots',
    toRows('slot', tag.slots, (name) => (name === '' ? '(the default one)' : code(name))),
    '## States',
    'In a style sheet `rokt-upsell:state(ready)`; where a browser has no `:state()`, `rokt-upsell[phase=ready]`.',
    toRows('state', tag.cssStates, code),
    '## Custom properties',
    'Set them on `rokt-upsell`, or anywhere above it: [theming](docs/theming.md).',
    toRows('property', [...(tag.cssProperties ?? []), ...withoutOwn(offers, tag)], code),
    '## Parts',
    'Of your own offers: `rokt-upsell-offers::part(card) { … }`.',
    toRows('part', offers.cssParts, code),
    '## Types',
    ...typeTexts().map(({ name, text }) => `### ${name}\n\n\`\`\`ts\n${text}\n\`\`\``),
    '',
  ].join('\n\n');
}

/** @param {Declaration} offers @param {Declaration} tag */
function withoutOwn({ cssProperties = [] }, tag) {
  const known = new Set(tag.cssProperties?.map(({ name }) => name));
  return cssProperties.filter(({ name }) => !known.has(name));
}

/** @param {string} name */
function toExample(name) {
  return `<!-- example ${name} -->`;
}

/** @param {Member} field */
function toField({ name, attribute, type, default: usual, description }) {
  const facts = [
    attribute ? `Attribute ${code(attribute)}` : 'Property only',
    `type ${code(type?.text ?? 'unknown')}`,
    ...(usual === undefined ? [] : [`default ${code(usual)}`]),
  ];
  return `### ${code(name)}\n\n${toText(description)}\n\n${facts.join(' · ')}`;
}

/** @param {Member} method */
function toMethod({ name, parameters = [], description, return: result, static: isStatic }) {
  const given = parameters.map(({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${type?.text}`);
  const owner = isStatic ? 'RoktUpsellElement' : 'upsell';
  const call = `${owner}.${name}(${given.join(', ')}): ${result?.type.text ?? 'void'}`;
  return `### ${code(`${name}()`)}\n\n\`\`\`ts\n${call}\n\`\`\`\n\n${toText(description)}`;
}

/** @param {Row} event */
function toEvent({ name, type, description }) {
  return `### ${code(name)}\n\n${toText(description)}\n\nType ${code(type?.text ?? 'Event')}`;
}

/** @param {string} head @param {Row[] | undefined} rows @param {(name: string) => string} toName */
function toRows(head, rows = [], toName) {
  const hasDefault = rows.some((row) => row.default !== undefined);
  const columns = hasDefault ? [head, 'default', 'what it is'] : [head, 'what it is'];
  const lines = rows.map(({ name, default: usual, description }) => {
    const middle = hasDefault ? [usual === undefined ? '' : code(usual)] : [];
    return [toName(name), ...middle, toText(description)];
  });
  return toTable(columns, lines);
}

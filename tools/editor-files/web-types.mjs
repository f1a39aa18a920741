import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/project.mjs';

/**
 * Web-types, which JetBrains' editors read from the package by themselves.
 * @param {import('./published-elements.mjs').PublishedElement[]} elements
 */
export function webTypes(elements) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: { html: { elements: elements.map(toElement) } },
  };
}

/** @param {import('./published-elements.mjs').PublishedElement} element */
function toElement({ tag, description, properties, events, slots, parts, cssProperties }) {
  return {
    name: tag,
    description,
    attributes: properties.flatMap(toAttribute),
    slots,
    js: {
      properties: properties.map(({ name, description, type }) => ({ name, description, type })),
      events,
    },
    css: {
      parts,
      properties: cssProperties.map(({ initial, ...named }) => ({
        ...named,
        ...(initial === undefined ? {} : { default: initial }),
      })),
    },
  };
}

/** @param {import('./published-elements.mjs').Property} property */
function toAttribute({ attribute, description, type }) {
  if (attribute === undefined) return [];
  const value = type === 'boolean' ? { type: 'boolean', required: false } : { type };
  return [{ name: attribute, description, value }];
}

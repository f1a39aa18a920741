import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/project.mjs';

/**
 * @typedef {object} Property one that a page can set
 * @property {string} name
 * @property {string} type as in TypeScript
 * @property {string} description
 * @property {string | undefined} attribute
 */

/**
 * @typedef {object} Named
 * @property {string} name
 * @property {string} description
 */

/**
 * @typedef {object} PublishedElement
 * @property {string} tag
 * @property {string} className
 * @property {string} description
 * @property {Property[]} properties
 * @property {(Named & { type: string })[]} events
 * @property {Named[]} slots
 * @property {Named[]} parts
 * @property {(Named & { initial: string | undefined })[]} cssProperties
 */

/** The elements of custom-elements.json, as the writers of editor files need them. */
export function publishedElements() {
  /** @type {import('custom-elements-manifest/schema').Package} */
  const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  return manifest.modules.flatMap(({ declarations = [] }) => declarations.flatMap(toElement));
}

/**
 * @param {import('custom-elements-manifest/schema').Declaration} declaration
 * @returns {PublishedElement[]}
 */
function toElement(declaration) {
  if (!('tagName' in declaration) || declaration.tagName === undefined) return [];
  const { tagName: tag, name: className, description = '' } = declaration;
  const { members = [], events = [], slots = [], cssParts = [], cssProperties = [] } = declaration;
  return [
    {
      tag,
      className,
      description,
      properties: members.flatMap(toProperty),
      events: events.map((event) => ({ ...toNamed(event), type: event.type.text })),
      slots: slots.map(toNamed),
      parts: cssParts.map(toNamed),
      cssProperties: cssProperties.map((property) => ({ ...toNamed(property), initial: property.default })),
    },
  ];
}

/**
 * @param {import('custom-elements-manifest/schema').ClassMember & { attribute?: string, readonly?: boolean }} member
 * @returns {Property[]}
 */
function toProperty(member) {
  if (member.kind !== 'field' || member.static || member.readonly) return [];
  const { type, attribute } = member;
  return [{ ...toNamed(member), type: type?.text ?? 'unknown', attribute }];
}

/**
 * @param {{ name: string, description?: string }} part
 * @returns {Named}
 */
function toNamed({ name, description = '' }) {
  return { name, description };
}

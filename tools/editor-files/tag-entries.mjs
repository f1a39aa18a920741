/**
 * What can be written on a tag, as a member of a TypeScript interface.
 * @typedef {{ key: string, type: string, description: string }} Entry
 */

/** @typedef {import('./published-elements.mjs').PublishedElement} PublishedElement */
/** @typedef {import('./published-elements.mjs').Property} Property */

/**
 * Properties under their own names.
 * @param {PublishedElement} element
 * @returns {Entry[]}
 */
export function propertyEntries({ className, properties }) {
  return properties.map((property) => ({
    key: property.name,
    type: propertyType(className, property),
    description: property.description,
  }));
}

/**
 * Attributes whose name no property has.
 * @param {PublishedElement} element
 * @returns {Entry[]}
 */
export function attributeEntries({ className, properties }) {
  return properties.flatMap((property) => {
    const { name, attribute, description } = property;
    if (attribute === undefined || attribute === name) return [];
    return [{ key: attribute, type: attributeType(className, property), description }];
  });
}

/**
 * Attributes and properties in one, for a checker to which `account-id` and `accountId` are the same.
 * @param {PublishedElement} element
 * @returns {Entry[]}
 */
export function mergedEntries(element) {
  const entries = new Map(propertyEntries(element).map((entry) => [entry.key, entry]));
  for (const { key, type, description } of attributeEntries(element)) {
    const camelCase = key.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    const property = entries.get(camelCase);
    const types = new Set([...(property?.type.split(' | ') ?? []), ...type.split(' | ')]);
    entries.set(camelCase, { key: camelCase, type: [...types].join(' | '), description });
  }
  return [...entries.values()];
}

/**
 * A listener for each event.
 * @param {PublishedElement} element
 * @param {(eventName: string) => string} toKey what the framework calls the listener
 * @returns {Entry[]}
 */
export function listenerEntries({ className, events }, toKey) {
  return events.map(({ name, description }) => ({
    key: toKey(name),
    type: `((event: ${eventMap(className)}['${name}']) => unknown)`,
    description,
  }));
}

/**
 * The type that holds an element's events by name.
 * @param {string} className
 */
export function eventMap(className) {
  return className.replace(/Element$/, 'EventMap');
}

/**
 * @param {string} className
 * @param {Property} property
 */
function propertyType(className, { name, attribute, type }) {
  const own = `${className}['${name}']`;
  // A framework may hand the text of such an attribute to the property, which reads it.
  return type === 'number' && name === attribute ? `${own} | \`\${number}\`` : own;
}

/**
 * @param {string} className
 * @param {Property} property
 */
function attributeType(className, { name, type }) {
  if (type === 'boolean') return "boolean | '' | 'true' | 'false'";
  if (type === 'number') return 'number | `${number}`';
  return /\bstring\b|'/.test(type) ? `${className}['${name}']` : 'string';
}

/**
 * VS Code's custom data for HTML: completion and hovers for a tag and its attributes.
 * @param {import('./published-elements.mjs').PublishedElement} element
 */
export function htmlData({ tag, description, properties, slots, events }) {
  const lists = [
    listOf('Slots', slots, ({ name }) => name || '(default)'),
    listOf('Events', events, ({ name }) => name),
  ];
  const value = [description, ...lists].join('\n\n');
  return {
    version: 1.1,
    tags: [
      { name: tag, description: { kind: 'markdown', value }, attributes: properties.flatMap(toAttribute) },
    ],
  };
}

/**
 * @template {import('./published-elements.mjs').Named} T
 * @param {string} title
 * @param {T[]} entries
 * @param {(entry: T) => string} label
 */
function listOf(title, entries, label) {
  const lines = entries.map((entry) => `- \`${label(entry)}\`: ${entry.description}`);
  return [`**${title}**`, '', ...lines].join('\n');
}

/** @param {import('./published-elements.mjs').Property} property */
function toAttribute({ attribute, description, type }) {
  if (attribute === undefined) return [];
  return [
    {
      name: attribute,
      description: { kind: 'markdown', value: description },
      ...toValues(type),
    },
  ];
}

/** What an attribute takes, where it does not take any text. @param {string} type */
function toValues(type) {
  // `v`: an attribute without a value.
  if (type === 'boolean') return { valueSet: 'v' };
  const values = [...type.matchAll(/'([^']+)'/g)].map(([, name]) => ({ name }));
  return values.length > 0 ? { values } : {};
}

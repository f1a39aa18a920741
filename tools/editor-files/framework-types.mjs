import {
  attributeEntries,
  eventMap,
  listenerEntries,
  mergedEntries,
  propertyEntries,
} from './tag-entries.mjs';

/** @typedef {import('./published-elements.mjs').PublishedElement} PublishedElement */
/** @typedef {import('./tag-entries.mjs').Entry} Entry */

/**
 * @typedef {object} Framework
 * @property {string} place where a tag is written
 * @property {string} imports
 * @property {(element: PublishedElement) => Entry[]} entries
 * @property {(element: PublishedElement) => string} declarations uses the interface `Props` of the entries
 */

/** @type {Framework} */
const react = {
  place: "React 19's JSX",
  imports: "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
  entries: (element) => [
    ...propertyEntries(element),
    ...attributeEntries(element),
    ...listenerEntries(element, (event) => `on${event}`),
  ],
  declarations: ({ tag, className }) => `declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      '${tag}': DetailedHTMLProps<HTMLAttributes<${className}>, ${className}> & Props;
    }
  }
}`,
};

/** @type {Framework} */
const vue = {
  place: "Vue's templates, where unknown names fail with `strictTemplates`, and JSX",
  imports: "import type { HTMLAttributes, PublicProps } from 'vue';",
  entries: (element) => [
    ...mergedEntries(element),
    // In a template `@cart-item-updated` is the first, in JSX a listener is the second.
    ...listenerEntries(element, (event) => `on${event.split('-').map(capitalized).join('')}`),
    ...listenerEntries(element, (event) => `on${capitalized(event)}`),
  ],
  declarations: ({ tag, className }) => `declare module 'vue' {
  interface HTMLAttributes {
    /** HTML's own attribute, which Vue's types lack: the slot of \`<${tag}>\` that a child is for. */
    slot?: string | undefined;
  }
  interface GlobalComponents {
    '${tag}': new () => ${className} & { $props: HTMLAttributes & PublicProps & Props };
  }
  interface IntrinsicElementAttributes {
    '${tag}': HTMLAttributes & Props;
  }
}`,
};

/** @type {Framework} */
const svelte = {
  place: "Svelte's markup",
  imports: "import type { HTMLAttributes } from 'svelte/elements';",
  entries: (element) => [
    ...propertyEntries(element),
    ...attributeEntries(element),
    ...listenerEntries(element, (event) => `on${event}`),
    ...listenerEntries(element, (event) => `on:${event}`),
  ],
  declarations: ({ tag, className }) => `declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    '${tag}': HTMLAttributes<${className}> & Props;
  }
}`,
};

const frameworks = { react, vue, svelte };

export const frameworkNames = /** @type {const} */ (['react', 'vue', 'svelte']);

/**
 * The text of a declaration file that adds a tag to a framework's types.
 * @param {keyof typeof frameworks} name
 * @param {PublishedElement} element
 */
export function frameworkTypes(name, element) {
  const { place, imports, entries, declarations } = frameworks[name];
  const { tag, className } = element;
  return `/**
 * Types of \`<${tag}>\` in ${place}.
 * To have them, name \`rokt-upsell/types/${name}\` once: under \`types\` in tsconfig.json, or as an import.
 */
${imports}
import type { ${className}, ${eventMap(className)} } from '../element/index.js';

interface Props {
${entries(element).map(memberText).join('\n')}
}

${declarations(element)}
`;
}

/** @param {Entry} entry */
function memberText({ key, type, description }) {
  const name = /^\w+$/.test(key) ? key : `'${key}'`;
  return `  /** ${description.replaceAll('\n', '\n   * ')} */\n  ${name}?: ${type} | undefined;`;
}

/** @param {string} word */
function capitalized(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

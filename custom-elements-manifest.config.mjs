import { readOptions } from './tools/manifest/read-options.mjs';

/**
 * @typedef {import('custom-elements-manifest/schema').CustomElementDeclaration
 *   & import('custom-elements-manifest/schema').CustomElement} Element
 */

/** A manifest of what a page can use: public members and named events, by the paths of the published files. */
export default {
  globs: ['src/element/**/*.ts', 'src/offers/**/*.ts'],
  litelement: true,
  packagejson: false,
  plugins: [{ name: 'published-interface', packageLinkPhase: publishedInterface }],
};

/** Names that the browser or Lit asks for; no page calls them. */
const machinery = [
  'addEventListener',
  'removeEventListener',
  'connectedMoveCallback',
  'formAssociated',
  'shadowRootOptions',
  'properties',
  'styles',
];

/** @param {{ customElementsManifest: import('custom-elements-manifest/schema').Package }} phase */
function publishedInterface({ customElementsManifest: manifest }) {
  const elements = manifest.modules.filter(({ declarations }) => declarations?.some(isElement));
  manifest.modules = elements.sort((one, other) => one.path.localeCompare(other.path, 'en'));
  for (const module of manifest.modules) {
    const declared = module.declarations?.filter(isElement) ?? [];
    for (const element of declared) {
      keepPublic(element);
      if (element.name === 'RoktUpsellElement') addOptions(element);
    }
    module.declarations = declared;
    module.exports =
      module.exports?.filter(({ name }) => declared.some((element) => element.name === name)) ?? [];
  }
  publishPaths(manifest);
}

/**
 * @param {import('custom-elements-manifest/schema').Declaration} declaration
 * @returns {declaration is Element}
 */
function isElement(declaration) {
  return 'customElement' in declaration && declaration.customElement === true;
}

/**
 * Hides what is not for the page. The analyzer names no event for `this.dispatchEvent(variable)`, and takes Lit's
 * internal state for an attribute.
 * @param {Element} element
 */
function keepPublic(element) {
  const members = element.members?.filter(({ name, privacy = 'public' }) => {
    return privacy === 'public' && !name.startsWith('#') && !machinery.includes(name);
  });
  element.members = members ?? [];
  element.events = element.events?.filter(({ name }) => name) ?? [];
  element.attributes =
    element.attributes?.filter(({ fieldName }) => members?.some(({ name }) => name === fieldName)) ?? [];
}

/**
 * Adds what the table of options declares, which no class does.
 * @param {Element} element
 */
function addOptions(element) {
  const options = readOptions();
  element.members = [...(element.members ?? []), ...options];
  element.attributes = options
    .filter(({ attribute }) => attribute !== undefined)
    .map(({ name: fieldName, attribute: name = '', type, description, default: initial }) => ({
      name,
      ...(type && { type }),
      ...(description && { description }),
      ...(initial && { default: initial }),
      fieldName,
    }));
}

/**
 * Names each module by its published file: `src/element/x.ts` is `dist/element/x.js`.
 * @param {object} part of the manifest
 */
function publishPaths(part) {
  for (const [key, value] of Object.entries(part)) {
    if (typeof value === 'object' && value !== null) publishPaths(value);
    else if (key === 'path' || key === 'module') {
      Object.assign(part, { [key]: value.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js') });
    }
  }
}

const STUB = `
export const getCompatibleStyle = (style) => style;
export const adoptStyles = (root, styles) => { root.adoptedStyleSheets = styles; };
export const supportsAdoptingStyleSheets = true;
export const CSSResult = undefined, css = undefined, unsafeCSS = undefined;
`;

/**
 * Leaves out Lit's css tag where nothing uses it: the element adopts a style sheet of its own, and the engines it is
 * defined in all have them. Fails the build when Lit asks that module for anything else.
 * @returns {import('rollup').Plugin}
 */
export function withoutCssTag() {
  return {
    name: 'without-css-tag',
    load: (id) => (/[\\/]@lit[\\/]reactive-element[\\/]css-tag\.js$/.test(id) ? STUB : null),
  };
}

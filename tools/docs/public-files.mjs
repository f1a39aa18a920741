/**
 * What the site serves as it is, each file or folder of the project by its address there. The gallery and the offers of the demo
 * are at the addresses that they name each other by.
 */
export const publicFiles = {
  'dist/script': 'script',
  'demo/assets': 'assets',
  'demo/gallery': 'gallery',
  'demo/gallery.html': 'gallery.html',
  'demo/offers': 'offers',
  'demo/terms.html': 'terms.html',
  'demo/themes': 'themes',
  'docs/images': 'images',
  'site/examples': 'examples',
  'site/public': '',
  'catalogue.schema.json': 'catalogue.schema.json',
  'custom-elements.json': 'custom-elements.json',
  'offers.schema.json': 'offers.schema.json',
  'openapi.json': 'openapi.json',
};

/**
 * Where the site serves a file of the project as it is; undefined when it does not.
 * @param {string} file relative to the project
 */
export function publicAddressOf(file) {
  for (const [from, to] of Object.entries(publicFiles)) {
    if (file === from) return to;
    if (file.startsWith(`${from}/`)) return `${to}${file.slice(from.length)}`.replace(/^\//, '');
  }
  return undefined;
}

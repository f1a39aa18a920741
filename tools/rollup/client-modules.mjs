const directive = /^(["'])use client\1;/;

/**
 * Keeps `'use client'` at the top of the modules that begin with it, for frameworks that render on a server: Rollup by itself
 * drops it. A file for a script tag needs none.
 */
export function clientModules() {
  /** @type {Set<string>} */
  const ids = new Set();
  return {
    /** @type {import('rollup').Plugin} */
    plugin: {
      name: 'client-modules',
      transform(code, id) {
        const [found] = directive.exec(code) ?? [];
        if (found === undefined) return null;
        ids.add(id);
        // As long as before, so that the source map stays true.
        return { code: ' '.repeat(found.length) + code.slice(found.length), map: null };
      },
    },
    /** The first line of the file that a module becomes. @param {import('rollup').RenderedChunk} chunk */
    banner({ facadeModuleId }) {
      return facadeModuleId && ids.has(facadeModuleId) ? "'use client';" : '';
    },
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/project.mjs';

/**
 * Puts the demo's pictures into its offers, so that a launcher script that holds the offers asks for nothing more.
 * @returns {import('rollup').Plugin}
 */
export function inlinePictures() {
  return {
    name: 'inline-pictures',
    transform(code, id) {
      if (!/[\\/]demo[\\/]offers[\\/][^\\/]+\.json$/.test(id)) return null;
      const inlined = code.replace(/"\/assets\/images\/([\w-]+\.svg)"/g, (_, file) => {
        const picture = readFileSync(join(root, 'demo', 'assets', 'images', file));
        return JSON.stringify(`data:image/svg+xml;base64,${picture.toString('base64')}`);
      });
      return { code: inlined, map: null };
    },
  };
}

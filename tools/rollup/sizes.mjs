import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { root } from '../setup/project.mjs';
import { brotliSize } from './script-files.mjs';

/**
 * What somebody has to load of us, in bytes as served: a test holds the gate, the goal is what we would like.
 *
 * @typedef {{ name: string, goal: number, gate: number, bytes: () => Promise<number> }} Size
 */

/** @type {Size[]} */
export const sizes = [
  { name: 'rokt-upsell.js', goal: 10_240, gate: 16_448, bytes: async () => scriptSize('rokt-upsell.js') },
  {
    name: 'what rokt-upsell-offers.js adds to it',
    goal: 10_240,
    gate: 14_336,
    bytes: async () => scriptSize('rokt-upsell-offers.js') - scriptSize('rokt-upsell.js'),
  },
  { name: 'cart.js', goal: 3_072, gate: 3_776, bytes: async () => scriptSize('cart.js') },
  { name: 'rokt-upsell/client', goal: 4_096, gate: 4_096, bytes: clientSize },
];

/** Bytes of a script-tag file as a CDN serves it. @param {string} file */
export function scriptSize(file) {
  return brotliSize(readFileSync(join(root, 'dist', 'script', file)));
}

async function clientSize() {
  const [{ code }] = await bundleClient();
  return brotliSize(Buffer.from(code));
}

/** The client with everything that it needs, as a server would bundle it. */
export async function bundleClient() {
  const bundle = await rollup({ input: join(root, 'dist/client/index.js'), plugins: [terser()] });
  const { output } = await bundle.generate({ format: 'es' });
  return output;
}

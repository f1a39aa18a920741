import { sizes } from '../tools/rollup/sizes.mjs';

/**
 * Bytes, by the code that the tests hold them with.
 *
 * @returns {Promise<import('./figure.mjs').Table>}
 */
export async function measureSizes() {
  const figures = sizes.map(async ({ name, goal, gate, bytes }) => ({
    name,
    reached: await bytes(),
    unit: /** @type {const} */ ('bytes'),
    goal: { most: goal },
    details: { 'gate of the tests': `${gate.toLocaleString('en')} bytes` },
  }));
  return { figures: await Promise.all(figures) };
}

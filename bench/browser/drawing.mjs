import { interleaved } from '../rounds.mjs';
import { againstTwin } from './against-twin.mjs';
import { openBench, withBrowser } from './open.mjs';

/** @type {{ name: string, act: string, count: number, goal: number }[]} */
const DRAWN = [
  { name: 'render 3 offers, layout included', act: 'layout', count: 3, goal: 1.1 },
  { name: 'render 50 offers, layout included', act: 'layout', count: 50, goal: 1.1 },
  { name: 'render 3 offers, script only', act: 'script', count: 3, goal: 1.3 },
  { name: "3 offers' text → placements-ready", act: 'text to ready', count: 3, goal: 1.3 },
  { name: 'update one of 50, script only', act: 'one of them', count: 50, goal: 2 },
];

/**
 * Drawing, against a hand-written twin of the same DOM.
 *
 * @param {import('../scale.mjs').Scale} scale
 * @returns {Promise<import('../figure.mjs').Table>}
 */
export async function measureDrawing(scale) {
  return withBrowser(async (opened) => {
    const page = await openBench(opened);
    const figures = [];
    for (const { name, act, count, goal } of DRAWN) {
      const took = await interleaved(['ours', 'twin', 'again'], scale, (side) => {
        const asked = { act: `${side === 'ours' ? 'ours' : 'twin'}, ${act}`, count };
        return page.evaluate((one) => /** @type {any} */ (window).bench.measure(one), asked);
      });
      figures.push(againstTwin(name, took, goal));
    }
    return { figures, rounds: scale.rounds };
  });
}

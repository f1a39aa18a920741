import { interleaved, row } from './figures.mjs';

/** @type {{ figure: string, act: string, count: number, goal: number }[]} */
const DRAWN = [
  { figure: 'render 3 offers, layout included', act: 'layout', count: 3, goal: 1.1 },
  { figure: 'render 50 offers, layout included', act: 'layout', count: 50, goal: 1.1 },
  { figure: 'render 3 offers, script only', act: 'script', count: 3, goal: 1.3 },
  { figure: "3 offers' text → placements-ready", act: 'text to ready', count: 3, goal: 1.3 },
  { figure: 'update one of 50, script only', act: 'one of them', count: 50, goal: 2 },
];

/**
 * @param {import('playwright-core').Page} page
 * @param {number} rounds
 */
export async function measureDrawing(page, rounds) {
  const rows = [];
  for (const { figure, act, count, goal } of DRAWN) {
    const took = await interleaved(['ours', 'twin', 'again'], rounds, (side) => {
      const asked = { act: `${side === 'ours' ? 'ours' : 'twin'}, ${act}`, count };
      return page.evaluate((one) => /** @type {any} */ (window).bench.measure(one), asked);
    });
    rows.push(row(figure, took, goal));
  }
  return rows;
}

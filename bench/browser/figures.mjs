import { counts, median, ratio } from '../service/figures.mjs';

/**
 * Measures by turns, round by round, after some to warm up.
 *
 * @template {string} Name
 * @param {readonly Name[]} names
 * @param {number} rounds
 * @param {(name: Name) => Promise<number>} measure
 * @returns {Promise<Record<Name, number[]>>}
 */
export async function interleaved(names, rounds, measure) {
  const took = /** @type {Record<Name, number[]>} */ (
    Object.fromEntries(names.map((name) => [name, /** @type {number[]} */ ([])]))
  );
  for (let round = -3; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const figure = await measure(name);
      if (round >= 0) took[name].push(figure);
    }
  }
  return took;
}

/**
 * A row of the table: ours against the twin, and the twin against itself.
 *
 * @param {string} figure
 * @param {{ ours: number[], twin: number[], again: number[] }} took
 * @param {number} goal
 */
export function row(figure, { ours, twin, again }, goal) {
  const control = ratio(again, twin);
  return {
    figure,
    ours: `${median(ours).toFixed(3)} ms`,
    twin: `${median(twin).toFixed(3)} ms`,
    ratio: `${ratio(ours, twin).toFixed(2)}×`,
    goal: `≤ ${goal}×`,
    'A/A': `${control.toFixed(2)}${counts(control) ? '' : ' (does not count)'}`,
  };
}

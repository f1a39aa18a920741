import { median, ratio } from '../statistics.mjs';

/**
 * A row of ours against the twin; the twin against itself is its control.
 *
 * @param {string} name
 * @param {{ ours: number[], twin: number[], again: number[] }} took ms
 * @param {number} most the goal
 * @returns {import('../figure.mjs').Figure}
 */
export function againstTwin(name, { ours, twin, again }, most) {
  return {
    name,
    reached: ratio(ours, twin),
    unit: '×',
    goal: { most },
    control: ratio(again, twin),
    details: { ours: `${median(ours).toFixed(3)} ms`, twin: `${median(twin).toFixed(3)} ms` },
  };
}

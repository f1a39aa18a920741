import { counts, goalText, verdictOf, written } from './figure.mjs';

/** @typedef {import('./figure.mjs').Table} Table */

const NOTHING = '–';

/**
 * A table as Markdown, a row for each figure.
 *
 * @param {Pick<Table, 'figures' | 'rounds'>} table
 * @param {{ isSmoke: boolean }} options a smoke run has no verdicts: its figures say nothing
 */
export function toMarkdown({ figures, rounds }, { isSmoke }) {
  const rows = figures.map((figure) => {
    const { name, details, reached, unit, control, command } = figure;
    return {
      figure: name,
      ...details,
      reached: reached === undefined ? `${NOTHING} (${figure.missing})` : written(reached, unit),
      goal: goalText(figure),
      ...(control === undefined ? {} : { 'A/A': controlText(control) }),
      ...(isSmoke ? {} : { verdict: verdictOf(figure, rounds) }),
      ...(command === undefined ? {} : { command: `\`${command}\`` }),
    };
  });
  return linesOf(rows).join('\n');
}

/** @param {number} control */
function controlText(control) {
  return `${control.toFixed(2)}${counts(control) ? '' : ' (!)'}`;
}

/** @param {readonly Record<string, string>[]} rows */
function linesOf(rows) {
  const last = ['reached', 'goal', 'A/A', 'verdict', 'command'];
  const all = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const names = [...all.filter((name) => !last.includes(name)), ...last.filter((name) => all.includes(name))];
  const width = (/** @type {string} */ name) =>
    Math.max(name.length, ...rows.map((row) => (row[name] ?? NOTHING).length));
  const line = (/** @type {(name: string) => string} */ cell) =>
    `| ${names.map((name) => cell(name).padEnd(width(name))).join(' | ')} |`;
  const body = rows.map((row) => line((name) => row[name] ?? NOTHING));
  return [line((name) => name), line((name) => '-'.repeat(width(name))), ...body];
}

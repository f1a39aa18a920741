/**
 * One row of BENCHMARKS.md.
 *
 * @typedef {object} Figure
 * @property {string} name what was measured; its remark is found by it
 * @property {number} [reached] undefined where it could not be measured, which `missing` explains
 * @property {keyof typeof units} unit
 * @property {Goal} [goal] none: it is there for comparison
 * @property {number} [control] A/A: a measurement against itself; outside its bounds the row does not count
 * @property {Record<string, string>} [details] what else its table shows of it, by column
 * @property {string} [command] what measures this row alone, where the table's command does not
 * @property {string} [missing] why nothing was reached
 *
 * @typedef {{ most: number } | { least: number }} Goal
 *
 * What one measurement gives.
 *
 * @typedef {object} Table
 * @property {readonly Figure[]} figures
 * @property {number} [rounds] interleaved rounds, where it is a measurement by time
 */

/** A figure by time counts from so many rounds on. */
const ROUNDS = 15;

/** What a ratio may be that compares a thing with itself. */
const CONTROL = { least: 0.85, most: 1.15 };

/** A goal that no run can tell from a thing against itself. */
const AS_GOOD_AS_EQUAL = 1.1;

/** How a number of each unit is written. */
const units = {
  '×': { digits: 2, after: '×' },
  '%': { digits: 2, after: ' %' },
  ms: { digits: 0, after: ' ms' },
  bytes: { digits: 0, after: ' bytes' },
  count: { digits: 0, after: '' },
  shift: { digits: 4, after: '' },
};

/** Whether a control says that a row counts. @param {number} control */
export function counts(control) {
  return control >= CONTROL.least && control <= CONTROL.most;
}

/** @param {number} number @param {Figure['unit']} unit */
export function written(number, unit) {
  const { digits, after } = units[unit];
  return `${number.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}${after}`;
}

/** A goal as it is read: `≤ 1.1×`. @param {Figure} figure */
export function goalText({ goal, unit }) {
  if (goal === undefined) return '–';
  if ('most' in goal && goal.most === 0) return written(0, 'count');
  const [sign, number] = 'most' in goal ? ['≤', goal.most] : ['≥', goal.least];
  return `${sign} ${number.toLocaleString('en')}${units[unit].after}`;
}

/**
 * What is to be said of a figure: `met`, `within A/A`, `missed by 0.14×`, or why it does not count. A dash where it has no goal.
 *
 * @param {Figure} figure
 * @param {number} [rounds]
 */
export function verdictOf({ reached, unit, goal, control }, rounds = ROUNDS) {
  if (reached === undefined) return 'not measured';
  if (control !== undefined && !counts(control)) return 'does not count: A/A is out of bounds';
  if (rounds < ROUNDS) return `does not count: ${rounds} rounds`;
  if (goal === undefined) return '–';
  const isEqual = 'most' in goal && unit === '×' && goal.most === AS_GOOD_AS_EQUAL;
  if (isEqual && reached <= CONTROL.most) return 'within A/A';
  const excess = 'most' in goal ? reached - goal.most : goal.least - reached;
  return excess > 0 ? `missed by ${written(excess, unit)}` : 'met';
}

import type { SqlValue } from './store.ts';

/** A value as a text of SQL names it. */
export const NAMED = /\$(\d+)/g;

/** What is known of a text of SQL before it runs. */
export interface SqlText {
  readonly text: string;
  /** How many values it names: 2 for `… $1 … $2 … $1`. */
  readonly count: number;
  readonly givesRows: boolean;
}

/**
 * What is to be known of `text`.
 *
 * @throws {TypeError} when it leaves a number out
 */
export function readSqlText(text: string): SqlText {
  const named = new Set(Array.from(text.matchAll(NAMED), ([, digits]) => Number(digits)));
  for (let position = 1; position <= named.size; position++) {
    if (!named.has(position)) throw new TypeError(`SQL: expected $${position} to be named in: ${text}`);
  }
  const givesRows = /^\s*(?:SELECT|WITH|PRAGMA)\b|\bRETURNING\b/i.test(text);
  return { text, count: named.size, givesRows };
}

/**
 * Lets `values` pass that `sql` can be given. One that is missing would be bound as NULL without a word.
 *
 * @throws {TypeError} when there are more or fewer than it names, or one that no column holds
 */
export function checkValues({ text, count }: SqlText, values: readonly SqlValue[]): void {
  if (values.length !== count) {
    throw new TypeError(`SQL: expected ${count} values, got ${values.length}, for: ${text}`);
  }
  const wrong = values.findIndex((value) => !isKept(value));
  if (wrong < 0) return;
  const expected = `expected text, a whole number or null for $${wrong + 1}`;
  throw new TypeError(`SQL: ${expected}, got ${String(values[wrong])}, for: ${text}`);
}

function isKept(value: SqlValue): boolean {
  return typeof value === 'string' || value === null || Number.isSafeInteger(value);
}

/** @throws {TypeError} when `sql` gives rows, of which nobody would hear */
export function expectNoRows({ text, givesRows }: SqlText): void {
  if (givesRows) throw new TypeError(`SQL: expected a text that gives no rows, got: ${text}`);
}

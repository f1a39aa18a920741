import type { SqlValue } from './store.ts';

/**
 * How many values `sql` names: 2 for `… $1 … $2 … $1`.
 *
 * @throws {TypeError} when it leaves a number out
 */
export function countPlaceholders(sql: string): number {
  const named = new Set(Array.from(sql.matchAll(/\$(\d+)/g), ([, digits]) => Number(digits)));
  for (let position = 1; position <= named.size; position++) {
    if (!named.has(position)) throw new TypeError(`SQL: expected $${position} to be named in: ${sql}`);
  }
  return named.size;
}

/**
 * `values` as node:sqlite binds them by name. A value that is missing would be bound as NULL without a word.
 *
 * @throws {TypeError} when there are more or fewer than `count`, or one that no column holds
 */
export function boundValues(
  sql: string,
  count: number,
  values: readonly SqlValue[],
): Record<string, SqlValue> {
  if (values.length !== count) {
    throw new TypeError(`SQL: expected ${count} values, got ${values.length}, for: ${sql}`);
  }
  const bound: Record<string, SqlValue> = {};
  for (let index = 0; index < count; index++) {
    bound[`$${index + 1}`] = checked(values[index], index, sql);
  }
  return bound;
}

function checked(value: SqlValue | undefined, index: number, sql: string): SqlValue {
  if (typeof value === 'string' || value === null || Number.isSafeInteger(value)) return value as SqlValue;
  throw new TypeError(
    `SQL: expected text, a whole number or null for $${index + 1}, got ${String(value)}, for: ${sql}`,
  );
}

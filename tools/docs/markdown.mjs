import { table } from '../matrices/table.mjs';

/** A description on one line. @param {string} [text] */
export function toText(text = '') {
  return text.replace(/\s*\n\s*/g, ' ');
}

/**
 * A table; nothing where it has no row.
 * @param {string[]} columns
 * @param {string[][]} rows
 */
export function toTable(columns, rows) {
  return rows.length === 0 ? '' : table(columns, rows);
}

/** @param {string} text */
export function toCode(text) {
  return `\`${text}\``;
}

/** A description on one line. @param {string} [text] */
export function toText(text = '') {
  return text.replace(/\s*\n\s*/g, ' ');
}

/**
 * A table; nothing where it has no row.
 * @param {readonly string[]} columns
 * @param {readonly (readonly string[])[]} rows
 */
export function toTable(columns, rows) {
  if (rows.length === 0) return '';
  const lines = [columns, columns.map(() => '---'), ...rows];
  return lines
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

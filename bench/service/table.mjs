/**
 * Prints rows with the same fields as a table of Markdown.
 *
 * @param {string} title
 * @param {readonly Record<string, string>[]} rows
 */
export function printTable(title, rows) {
  const names = Object.keys(rows[0] ?? {});
  const width = (/** @type {string} */ name) =>
    Math.max(name.length, ...rows.map((row) => (row[name] ?? '').length));
  const line = (/** @type {(name: string) => string} */ cell) =>
    `| ${names.map((name) => cell(name).padEnd(width(name))).join(' | ')} |`;
  console.log(`\n${title}\n`);
  console.log(line((name) => name));
  console.log(line((name) => '-'.repeat(width(name))));
  for (const row of rows) console.log(line((name) => row[name] ?? ''));
}

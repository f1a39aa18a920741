const PLACE = /(<!-- capacity -->\n)[\s\S]*?(\n<!-- \/capacity -->)/;

/** The calls of docs/production.md by the names they are measured under. */
const CALLS = {
  any: '`placements/any`',
  selections: 'a selection',
  reserve: 'reserve',
  confirm: 'confirm',
  release: 'release',
};

/**
 * docs/production.md with the CPU of each call as it was measured, and what one core has room for.
 *
 * @param {string} text
 * @param {import('./figure.mjs').Table | undefined} table of the calls; without one the text stays
 */
export function withCapacity(text, table) {
  if (table === undefined) return text;
  const rows = Object.entries(CALLS).map(([call, name]) => {
    const micros = Number(
      table.figures.find((figure) => figure.name === `${call}: service / app`)?.details?.['µs'],
    );
    const each = Math.floor(1_000_000 / micros / 100) * 100;
    return `| ${name} | ${micros} µs | ${each.toLocaleString('en')} |`;
  });
  const head = ['| call | CPU of the service | so many a second one core has room for |', '|---|---|---|'];
  return text.replace(PLACE, (_, before, after) => [before, ...head, ...rows, after].join('\n'));
}

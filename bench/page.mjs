import { claimsText } from './claims.mjs';
import { verdictOf } from './figure.mjs';
import { measurements } from './measurements.mjs';
import { remarksOf } from './remarks.mjs';
import { toMarkdown } from './table.mjs';

/**
 * What was measured, by the name of the measurement.
 *
 * @typedef {Readonly<Record<string, import('./figure.mjs').Table & { when: string }>>} Measured `when`: date, machine and load
 */

const HEAD = `# Benchmarks

What was promised, what was reached, and by how much it is missed. \`npm run bench\` writes this page, for about ten minutes on a machine
that does nothing else; \`npm run bench -- --only drawing\` measures one table of it anew, \`node bench/measure.mjs drawing\` only prints it. In a clone
of the repository.

**How to read it.** Times are ratios within one run: the median of the ratios of 15 interleaved rounds, since only the two of one round have had
the same machine. *A/A* is a thing measured against itself: outside 0.85–1.15 the row does not count. A goal of 1.1× cannot be told from
that, so what is below 1.15× is *within A/A*. Compare ratios, never the milliseconds of two runs. Bytes and counts are tests.`;

/** BENCHMARKS.md. @param {Measured} measured */
export function pageOf(measured) {
  const sections = measurements.map(({ name, title }) => {
    const table = measured[name];
    if (table === undefined) return `## ${title}\n\nNot measured yet: \`npm run bench -- --only ${name}\`.`;
    const place = `\`npm run bench -- --only ${name}\`. ${table.when}.`;
    const parts = [`## ${title}`, place, toMarkdown(table, { isSmoke: false }), remarksOf(name, table)];
    return parts.filter((part) => part !== '').join('\n\n');
  });
  return `${[HEAD, summaryOf(Object.values(measured)), ...sections, claimsText()].join('\n\n')}\n`;
}

/** How many rows there are of each verdict. @param {Measured[string][]} tables */
function summaryOf(tables) {
  const verdicts = tables.flatMap(({ figures, rounds }) =>
    figures.map((figure) => verdictOf(figure, rounds)),
  );
  const count = (/** @type {string} */ beginning) =>
    verdicts.filter((verdict) => verdict.startsWith(beginning)).length;
  const goals = `${count('met')} met, ${count('within A/A')} within A/A, ${count('missed')} missed`;
  return `**Goals:** ${goals}. Rows that do not count: ${count('does not count')}; that could not be measured: ${count('not measured')}.`;
}

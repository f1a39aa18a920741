// @ts-check
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { program } from '../tools/setup/trouble.mjs';
import { chosenMeasurements, prepare } from './measurements.mjs';
import { full, smoke } from './scale.mjs';
import { toMarkdown } from './table.mjs';

/**
 * `node bench/measure.mjs drawing calls`: measures these, or all of a part, and prints a table for each; BENCHMARKS.md stays as it is.
 * Each number of `scale.mjs` can be said, `--rounds 5`; `--smoke` is the least of all. `--json FILE` also writes what was measured.
 */
const numbers = Object.entries(full).filter(([, value]) => typeof value === 'number');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    smoke: { type: 'boolean', default: false },
    json: { type: 'string' },
    ...Object.fromEntries(numbers.map(([name]) => [name, { type: /** @type {const} */ ('string') }])),
  },
});

await program(async () => {
  const said = numbers
    .map(([name]) => [name, /** @type {Record<string, unknown>} */ (values)[name]])
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, Number(value)]);
  const scale = { ...(values.smoke ? smoke : full), ...Object.fromEntries(said) };
  const chosen = chosenMeasurements(positionals);
  await prepare(chosen);
  const tables = [];
  for (const { title, measure } of chosen) {
    const table = await measure(scale);
    for (const { name, reached } of table.figures)
      if (Number.isNaN(reached)) throw new Error(`expected a number for "${name}", got none`);
    console.log(`\n${title}\n\n${toMarkdown(table, scale)}`);
    tables.push(table);
  }
  if (values.json) writeFileSync(values.json, JSON.stringify(tables));
});

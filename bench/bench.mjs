// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ownNode } from '../tools/setup/project.mjs';
import { endTogether, run } from '../tools/setup/run.mjs';
import { program, Trouble } from '../tools/setup/trouble.mjs';
import { machineText } from './machine.mjs';
import { chosenMeasurements, prepare } from './measurements.mjs';
import { temporaryFolder } from './temporary-folder.mjs';
import { keep, writePages } from './written.mjs';

/**
 * `npm run bench`: measures everything, each table in a process of its own, and writes BENCHMARKS.md; `--only browser,calls` measures
 * these and leaves the other tables as they are. What fails is told and keeps the table that it had. `--smoke` shows that each table can
 * be made, and writes nothing; `--page` measures nothing and writes the page anew, with new remarks.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    smoke: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
  },
});
/** How long one table may take, ms. */
const LIMIT = 15 * 60_000;

await program(async () => {
  if (values.page) return writePages();
  endTogether();
  const chosen = chosenMeasurements(values.only.split(',').filter((name) => name !== ''));
  // Once for all: each process finds it made.
  await prepare(chosen);
  const folder = temporaryFolder();
  const failed = [];
  for (const { name } of chosen) {
    const table = await measure(name, join(folder, `${name}.json`));
    if (table === undefined) failed.push(name);
    // At once: what is measured is not lost with what comes later.
    else if (!values.smoke) keep(name, table);
  }
  if (!values.smoke) writePages();
  if (failed.length > 0) throw new Trouble(`\nNot measured, for it failed: ${failed.join(', ')}`);
});

/**
 * What a measurement has given; undefined where it failed, as it has told.
 *
 * @param {string} name
 * @param {string} file
 * @returns {Promise<import('./page.mjs').Measured[string] | undefined>}
 */
async function measure(name, file) {
  const started = performance.now();
  const before = loadText();
  const args = ['bench/measure.mjs', name, '--json', file, ...(values.smoke ? ['--smoke'] : [])];
  const { code, output, timedOut } = await run(ownNode, args, { limit: LIMIT });
  console.log(output.trimEnd());
  console.log(
    `\n${name}: ${((performance.now() - started) / 1000).toFixed(1)} s${timedOut ? ', ended' : ''}`,
  );
  if (code !== 0 || !existsSync(file)) return undefined;
  const [table] = JSON.parse(readFileSync(file, 'utf8'));
  const date = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return { when: `${date}, ${machineText()}; load ${before} → ${loadText()}`, ...table };
}

function loadText() {
  return (loadavg()[0] ?? NaN).toFixed(1);
}

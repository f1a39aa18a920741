import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownNode, root } from '../setup/project.mjs';
import { run } from '../setup/run.mjs';
import { atOnce } from './at-once.mjs';
import { PATIENCE } from './patience.mjs';

/** What each process would compile again, some thousand times in a run. */
const NODE_COMPILE_CACHE = join(root, 'node_modules/.cache/node');

/** @typedef {{ passed: number, failed: number, output: string, table: string }} StepResult `table` is shown in any case */

/**
 * Runs all commands of a step, as many at once as there are processors. A step that counts no cases is one case; a command that failed without a failed case
 * (it crashed, or took too long) is a failure of its own.
 * @param {import('./steps.mjs').Step} step
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<StepResult>}
 */
export async function runStep({ commands, countsCases = false }, env) {
  const outputs = [];
  const tables = [];
  let failedCommands = 0;
  let cases = { passed: 0, failed: 0 };
  const results = await atOnce(commands, (command) => runCounting(command, env));
  for (const { counts, table, code, output, timedOut } of results) {
    outputs.push(
      output,
      timedOut ? `Ended after ${PATIENCE.command / 60_000} minutes, the limit of a command.\n` : '',
    );
    tables.push(table);
    cases = { passed: cases.passed + counts.passed, failed: cases.failed + counts.failed };
    if (code !== 0 || timedOut) failedCommands++;
  }
  const texts = { output: outputs.join('').trimEnd(), table: tables.join('') };
  if (!countsCases)
    return failedCommands > 0 ? { passed: 0, failed: 1, ...texts } : { passed: 1, failed: 0, ...texts };
  return { passed: cases.passed, failed: Math.max(cases.failed, failedCommands), ...texts };
}

/**
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} env
 */
async function runCounting(command, env) {
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-counts-'));
  const [countsFile, tableFile] = [join(folder, 'counts.json'), join(folder, 'table.txt')];
  const result = await run(ownNode, command, {
    limit: PATIENCE.command,
    env: { NODE_COMPILE_CACHE, ...env, ROKT_UPSELL_COUNTS: countsFile, ROKT_UPSELL_TABLE: tableFile },
  });
  const read = (/** @type {string} */ file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const counts = JSON.parse(read(countsFile) || '{"passed": 0, "failed": 0}');
  const table = read(tableFile);
  rmSync(folder, { recursive: true });
  return { ...result, counts, table };
}

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownNode } from '../setup/project.mjs';
import { run } from '../setup/run.mjs';

/** @typedef {{ passed: number, failed: number, output: string }} StepResult */

/**
 * Runs all commands of a step. A step that counts no cases is one case; a command that failed without a failed case
 * (it crashed, or took too long) is a failure of its own.
 * @param {import('./steps.mjs').Step} step
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<StepResult>}
 */
export async function runStep({ commands, minutes, countsCases = false }, env) {
  const outputs = [];
  let failedCommands = 0;
  let cases = { passed: 0, failed: 0 };
  for (const command of commands) {
    const { counts, code, output, timedOut } = await runCounting(command, minutes, env);
    outputs.push(output, timedOut ? `Ended after ${minutes} minutes, the limit of this step.\n` : '');
    cases = { passed: cases.passed + counts.passed, failed: cases.failed + counts.failed };
    if (code !== 0 || timedOut) failedCommands++;
  }
  const output = outputs.join('').trimEnd();
  if (!countsCases)
    return failedCommands > 0 ? { passed: 0, failed: 1, output } : { passed: 1, failed: 0, output };
  return { passed: cases.passed, failed: Math.max(cases.failed, failedCommands), output };
}

/**
 * @param {string[]} command
 * @param {number} minutes
 * @param {NodeJS.ProcessEnv} env
 */
async function runCounting(command, minutes, env) {
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-counts-'));
  const file = join(folder, 'counts.json');
  const result = await run(ownNode, command, {
    limit: minutes * 60_000,
    env: { ...env, ROKT_UPSELL_COUNTS: file },
  });
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0 };
  rmSync(folder, { recursive: true });
  return { ...result, counts };
}

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PATIENCE } from '../../../tools/check/patience.mjs';
import type { Mutant } from './mutant.ts';

const plant = new URL('plant.ts', import.meta.url).href;

interface Run {
  /** 0 when every test passed, 1 when one failed. */
  readonly code: number;
  readonly output: string;
}

/** Runs the test file `suite` over the source with one fault in it, or as it is. */
export function runPlanted(
  mutant: Mutant | undefined,
  suite: URL,
  args: readonly string[] = [],
): Promise<Run> {
  const planted = mutant ? { ROKT_UPSELL_MUTANT: JSON.stringify(mutant) } : {};
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', plant, '--test-reporter=tap', fileURLToPath(suite), ...args],
      // Without NODE_TEST_CONTEXT: else the child takes itself for a part of this run.
      { env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...planted }, timeout: PATIENCE.file },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}

/** Passes when `suite` fails, with an output like `evidence`, over the source with the fault in it. */
export async function assertKilled(
  mutant: Mutant,
  suite: URL,
  { args, evidence }: { readonly args?: readonly string[]; readonly evidence: RegExp },
): Promise<void> {
  const text = readFileSync(new URL(`../../../src/${mutant.file}`, import.meta.url), 'utf8');
  assert.equal(text.split(mutant.find).length, 2, 'the patch does not apply any more');
  const { code, output } = await runPlanted(mutant, suite, args);
  console.log(`${code === 1 ? 'killed  ' : 'survived'}  ${mutant.name}`);
  assert.equal(code, 1, output);
  assert.match(output, evidence);
}

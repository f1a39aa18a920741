import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { mutants } from './mutants/mutants.ts';

const suite = fileURLToPath(new URL('properties.node.test.ts', import.meta.url));
const plant = new URL('mutants/plant.ts', import.meta.url).href;

interface Run {
  readonly code: number;
  readonly output: string;
}

/** The property suite over the source with one fault in it. */
function runWith(mutant: string): Promise<Run> {
  // Else the child takes itself for a part of this run.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', plant, '--test-reporter=tap', suite, '1500'],
      { env: { ...env, ROKT_UPSELL_MUTANT: mutant }, timeout: 50_000 },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}

describe('the property suite', () => {
  it('passes over the source as it is', async () => {
    const { code, output } = await runWith('none');
    assert.equal(code, 0, output);
  });

  for (const { name, file, find } of mutants) {
    it(`kills a bridge that would ${name}`, async () => {
      const text = readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8');
      assert.equal(text.split(find).length, 2, 'the patch does not apply any more');
      const { code, output } = await runWith(name);
      console.log(`${code === 1 ? 'killed  ' : 'survived'}  ${name}`);
      assert.equal(code, 1, output);
      assert.match(output, /Property failed after/);
    });
  }
});

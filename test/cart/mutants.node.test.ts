import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertKilled, runPlanted } from '../support/mutants/run-planted.ts';
import { mutants } from './mutants.ts';

const suite = new URL('properties.node.test.ts', import.meta.url);
const args = ['1500'];

describe('the property suite', () => {
  it('passes over the source as it is', async () => {
    const { code, output } = await runPlanted(undefined, suite, args);
    assert.equal(code, 0, output);
  });

  for (const mutant of mutants) {
    it(`kills a bridge that would ${mutant.name}`, () =>
      assertKilled(mutant, suite, { args, evidence: /Property failed after/ }));
  }
});

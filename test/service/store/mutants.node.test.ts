import { describe, it } from 'node:test';
import { assertKilled } from '../../support/mutants/run-planted.ts';
import { mutants } from './mutants.ts';

describe('the suites of the store', { concurrency: 2 }, () => {
  for (const mutant of mutants) {
    it(`kill a store that would ${mutant.name}`, () =>
      assertKilled(mutant, new URL(mutant.suite, import.meta.url), { evidence: /^\s*not ok /m }));
  }
});

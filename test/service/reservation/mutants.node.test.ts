import { describe, it } from 'node:test';
import { assertKilled } from '../../support/mutants/run-planted.ts';
import { mutants } from './mutants.ts';

const suite = new URL('properties.node.test.ts', import.meta.url);

// That it passes over the source as it is, its own run has shown.
describe('the property suite of reservations', { concurrency: 2 }, () => {
  for (const mutant of mutants) {
    it(`kills a service that would ${mutant.name}`, () =>
      assertKilled(mutant, suite, { evidence: /Property failed after/ }));
  }
});

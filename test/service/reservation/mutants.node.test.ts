import { describe, it } from 'node:test';
import { assertKilled } from '../../support/mutants/run-planted.ts';
import { mutants } from './mutants.ts';

const suite = new URL('properties.node.test.ts', import.meta.url);
// The rarest fault shows in one course of thirty-five; a run ends with the first that shows it.
const args = ['600'];

// That it passes over the source as it is, its own run has shown.
describe('the property suite of reservations', { concurrency: 2 }, () => {
  for (const mutant of mutants) {
    it(`kills a service that would ${mutant.name}`, () =>
      assertKilled(mutant, suite, { args, evidence: /Property failed after/ }));
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { courses } from './courses/course.ts';
import { Coverage } from './courses/coverage.ts';
import { play } from './courses/play.ts';
import { mutants } from './mutants.ts';

/** The rarest of them may take some thousand courses; it ends with the first that finds it. */
const RUNS = 20_000;

// That they let the connection pass as it is, their own run has shown.
describe('the courses of events', () => {
  for (const { name, planted, among = courses } of mutants) {
    it(`find a connection that would ${name}`, { timeout: PATIENCE.file }, async () => {
      const property = fc.asyncProperty(among, (course) => play(course, planted, new Coverage()));
      const { failed, numRuns, errorInstance } = await fc.check(property, {
        numRuns: RUNS,
        endOnFailure: true,
      });
      assert.ok(failed, 'no course has found it');
      console.log(
        `${String(numRuns).padStart(5)} courses: ${name}: ${(errorInstance as Error).message.split('\n')[0]}`,
      );
    });
  }
});

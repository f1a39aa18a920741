import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { courses } from './courses/course.ts';
import { Coverage } from './courses/coverage.ts';
import { play } from './courses/play.ts';

/** How many courses of events: the first argument. */
const RUNS = Number(process.argv[2] ?? 2_000);
/** Which courses: the same each time, so that a change is what makes the difference. `ROKT_UPSELL_SEED` gives others. */
const SEED = 729_930_139;

it(`two carts come to agreement from any of ${RUNS} courses of events`, { timeout: 3_600_000 }, async () => {
  const seed = Number(process.env['ROKT_UPSELL_SEED'] ?? SEED);
  console.log(`seed ${seed}`);
  const coverage = new Coverage();
  await fc.assert(
    fc.asyncProperty(courses, (course) => play(course, {}, coverage)),
    { numRuns: RUNS, seed },
  );
  console.log(coverage.toString());
  assert.deepEqual(coverage.rare(RUNS / 500), []);
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { courses } from './courses/course.ts';
import { Coverage } from './courses/coverage.ts';
import { play } from './courses/play.ts';

/** How many courses of events: the first argument. `npm run test:long` gives more. */
const RUNS = Number(process.argv[2] ?? 2_000);

it(`two carts come to agreement from any of ${RUNS} courses of events`, { timeout: 3_600_000 }, async () => {
  const seed = Number(process.env['ROKT_UPSELL_SEED'] ?? Date.now() % 2 ** 31);
  console.log(`seed ${seed}`);
  const coverage = new Coverage();
  await fc.assert(
    fc.asyncProperty(courses, (course) => play(course, {}, coverage)),
    { numRuns: RUNS, seed },
  );
  console.log(coverage.toString());
  assert.deepEqual(coverage.rare(RUNS / 500), []);
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { courses } from './courses/course.ts';
import { play } from './courses/play.ts';

/** What has to happen often. */
const TYPES = [
  'placements-ready',
  'placements-empty',
  'placements-failed',
  'placements-closed',
  'cart-item-updated',
  'update-failed',
];

const RUNS = Number(process.env['ROKT_UPSELL_RUNS'] ?? 2_000);

it(`keeps what is held across selections, in ${RUNS} courses`, { timeout: PATIENCE.file }, async () => {
  const seed = Number(process.env['ROKT_UPSELL_SEED'] ?? Date.now() % 2 ** 31);
  console.log(`seed ${seed}`);
  const ends = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(courses, async (course) => {
      const { witness } = await play(course);
      for (const { type } of witness.facts) ends.set(type, (ends.get(type) ?? 0) + 1);
    }),
    { numRuns: RUNS, seed },
  );
  console.log([...ends].map(([type, count]) => `${String(count).padStart(7)}  ${type}`).join('\n'));
  for (const type of TYPES) assert.ok((ends.get(type) ?? 0) > RUNS / 50, `${type} came too seldom`);
});

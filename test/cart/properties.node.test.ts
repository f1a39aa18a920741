import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { InterleavingCount } from './simulation/interleavings.ts';
import { runScenario } from './simulation/run-scenario.ts';
import { scenarios } from './simulation/scenario.ts';

/** How many courses of events: the first argument. `npm run test:long` gives more. */
const numRuns = Number(process.argv[2] ?? 5_000);
const least = 50;

describe('two carts', () => {
  it(`come to agreement from any of ${numRuns} courses of events`, { timeout: 3_600_000 }, async () => {
    const count = new InterleavingCount();
    await fc.assert(
      fc.asyncProperty(scenarios, (scenario) => runScenario(scenario, count)),
      { numRuns },
    );
    console.log(count.toString());
    if (numRuns >= 2_000) assert.deepEqual(count.rare(least), []);
  });
});

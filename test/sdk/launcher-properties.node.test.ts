import FakeTimers from '@sinonjs/fake-timers';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { quiet } from '../support/hosted-sources.ts';
import { type Scenario, scenarios } from './simulation/scenario.ts';
import { SimulatedPage } from './simulation/simulated-page.ts';

/** How many courses of events: the first argument. */
const numRuns = Number(process.argv[2] ?? 2_500);
const TICK = 100;
const nothing = { noFunctional: false, noTargeting: false, noDeviceId: false };

/** Lets time pass; all that hangs on one moment is done before the next. */
async function pass(clock: FakeTimers.Clock, page: SimulatedPage, ms: number): Promise<void> {
  await quiet();
  page.check();
  for (let passed = 0; passed < ms && clock.countTimers() > 0; passed += TICK) {
    clock.tick(Math.min(TICK, ms - passed));
    await quiet();
    page.check();
  }
}

async function run({ isLoaded, steps }: Scenario): Promise<void> {
  const clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  try {
    const page = new SimulatedPage(isLoaded);
    for (const { then, ...action } of steps) {
      page.act(action);
      if (then > 0) await pass(clock, page, then);
    }
    page.calm();
    await pass(clock, page, 6_000);
    for (const { outcome } of page.elements) assert.notEqual(outcome, 'waiting', 'one waits for ever');
    await comeBack(clock, page);
  } finally {
    clock.uninstall();
  }
}

/** After all that, the next one is served: who left costs nothing. */
async function comeBack(clock: FakeTimers.Clock, page: SimulatedPage): Promise<void> {
  page.elements.forEach((element) => element.leave());
  const next = page.join({ accountId: '444' }, nothing, 5_000);
  await pass(clock, page, 3_000);
  assert.ok(next.outcome === 'served' || (page.canHang && next.outcome === 'failed'), next.outcome);
}

describe('the page’s launcher, with elements that come, go and change their minds', () => {
  it(`keeps its promises in any of ${numRuns} courses of events`, { timeout: 600_000 }, async () => {
    await fc.assert(fc.asyncProperty(scenarios, run), { numRuns });
  });
});

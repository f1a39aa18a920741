import FakeTimers from '@sinonjs/fake-timers';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { ScriptedRokt } from '../../src/testing/index.ts';
import { quiet, setUpSources } from '../support/hosted-sources.ts';

const CANARY = 'ann@shop.example';

describe('a launcher that fails to be made', () => {
  for (const [what, fail] of [
    ['rejects', (rokt) => rokt.reject(new Error(CANARY))],
    ['throws', (rokt) => rokt.throwAtOnce(new Error(CANARY))],
    ['gives nonsense', (rokt) => rokt.giveInstead(CANARY)],
    ['gives nothing', (rokt) => rokt.giveInstead(undefined)],
  ] as [string, (rokt: ScriptedRokt) => void][]) {
    it(`because createLauncher ${what} is launcher-rejected, quotes nothing, and the next one is tried`, async () => {
      const { rokt, ask } = setUpSources();
      fail(rokt);
      const askers = [ask(), ask()];
      await quiet();
      for (const { outcome, error } of askers) {
        assert.equal(outcome, 'launcher-rejected');
        assert.ok(!error?.message.includes(CANARY));
      }
      rokt.make();
      const next = ask();
      await quiet();
      assert.equal(next.outcome, 'served');
    });
  }

  it('for one account says nothing of another', async () => {
    const { rokt, ask } = setUpSources();
    rokt.reject();
    const first = ask();
    const second = ask({ accountId: '333' });
    await quiet();
    assert.deepEqual(
      [first.outcome, second.outcome, rokt.calls.length],
      ['launcher-rejected', 'launcher-rejected', 2],
    );
  });

  it('does not count any more: its consent is gone with it', async () => {
    const { rokt, ask, living } = setUpSources();
    rokt.reject();
    ask({ noTargeting: true });
    await quiet();
    rokt.make();
    ask();
    await quiet();
    assert.deepEqual(
      living().map(({ options }) => options),
      [{ accountId: '222' }],
    );
  });
});

describe('a launcher that hangs', () => {
  let clock: FakeTimers.Clock;

  beforeEach(() => {
    clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });

  afterEach(() => {
    clock.uninstall();
  });

  const pass = async (ms: number) => {
    await quiet();
    await clock.tickAsync(ms);
    await quiet();
  };

  it('in createLauncher is given up after the time-out, and the next one is made', async () => {
    const { rokt, ask, living } = setUpSources();
    rokt.hang();
    const first = ask({}, 1_000);
    assert.equal(first.source.timeoutReason, 'script-timeout');
    await pass(999);
    assert.equal(first.source.timeoutReason, 'launcher-timeout');
    assert.equal(first.outcome, 'waiting');
    await pass(1);
    assert.equal(first.outcome, 'launcher-timeout');
    const second = ask({}, 1_000);
    await pass(0);
    assert.equal(rokt.calls.length, 2);
    rokt.make();
    await pass(0);
    assert.equal(second.outcome, 'served');
    assert.equal(living().length, 1);
  });

  it('is given up too where those who waited have left at that moment', async () => {
    const { rokt, ask } = setUpSources();
    rokt.hang();
    const first = ask({}, 1_000);
    await pass(999);
    first.leave();
    await pass(1);
    ask();
    await pass(0);
    assert.equal(rokt.calls.length, 2);
  });

  it('and comes late with less consent than is asked by then serves nobody', async () => {
    const { rokt, ask, living } = setUpSources();
    rokt.hang();
    ask({}, 1_000);
    await pass(1_000);
    const strict = ask({ noTargeting: true });
    await pass(0);
    rokt.make();
    await pass(0);
    assert.equal(strict.launcher, living()[0]?.launcher);
    assert.deepEqual(
      rokt.made.map(({ options }) => options.noTargeting),
      [undefined, true],
    );
    assert.equal(living().length, 1);
  });

  it('and comes when nobody waits is there for the next, or gives way to another', async () => {
    const { rokt, ask, living } = setUpSources();
    rokt.hang();
    ask({}, 1_000);
    await pass(1_000);
    rokt.make();
    await pass(0);
    const same = ask();
    await pass(0);
    assert.equal(same.launcher, rokt.made[0]?.launcher);
    same.leave();
    const other = ask({ accountId: '333' });
    await pass(0);
    assert.equal(other.launcher, rokt.made[1]?.launcher);
    assert.equal(living().length, 1);
  });

  it('in terminate() keeps the next one waiting for a second', async () => {
    const { rokt, ask } = setUpSources();
    const old = ask();
    await pass(0);
    rokt.made[0]?.holdTermination();
    old.leave();
    const next = ask({ sandbox: true });
    await pass(999);
    assert.equal(next.outcome, 'waiting');
    await pass(1);
    assert.equal(next.outcome, 'served');
  });

  it('in terminate() and is given again never serves who asks for more consent', async () => {
    const { rokt, ask } = setUpSources();
    const lax = ask();
    await pass(0);
    rokt.made[0]?.holdTermination();
    const strict = ask({ noTargeting: true });
    await pass(1_000);
    assert.deepEqual([lax.client.renewals, strict.outcome], [1, 'launcher-rejected']);
  });
});

describe('a launcher without terminate(), as older versions make it', () => {
  it('serves on, and tells the options that it was not made with', async () => {
    const { rokt, ask } = setUpSources({ hasTerminate: false });
    const old = ask();
    await quiet();
    old.leave();
    const next = ask({ sandbox: true });
    await quiet();
    assert.equal(next.launcher, rokt.made[0]?.launcher);
    assert.match(next.told.join(), /launcher-options-fixed: sandbox/);
  });

  it('never serves another account, or who asks for more consent', async () => {
    const { ask } = setUpSources({ hasTerminate: false });
    const lax = ask();
    await quiet();
    const strict = ask({ noFunctional: true });
    await quiet();
    assert.deepEqual([lax.client.renewals, strict.outcome], [1, 'launcher-rejected']);
    lax.leave();
    const other = ask({ accountId: '333' });
    await quiet();
    assert.equal(other.outcome, 'launcher-conflict');
  });
});

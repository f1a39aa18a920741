import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quiet, setUpSources } from '../support/hosted-sources.ts';

describe('the page’s launcher', () => {
  it('is one for all who ask for the same, whenever they come', async () => {
    const { rokt, ask } = setUpSources();
    const [first, second] = [ask({ sandbox: true, sessionId: 's' }), ask({ sessionId: 's', sandbox: true })];
    await quiet();
    const third = ask({ sessionId: 's', sandbox: true });
    await quiet();
    const launchers = [first, second, third].map(({ launcher }) => launcher);
    assert.deepEqual(new Set(launchers), new Set([rokt.made[0]?.launcher]));
    assert.equal(rokt.made.length, 1);
  });

  it('is not made anew for another pageInitTimestamp, at each render', async () => {
    const { rokt, ask } = setUpSources();
    for (let render = 1; render <= 5; render++) {
      const asker = ask({ pageInitTimestamp: new Date(render) });
      await quiet();
      asker.leave();
    }
    assert.equal(rokt.made.length, 1);
  });

  for (const [name, first, second] of [
    ['nested options in another order', { more: { a: 1, b: [2] } }, { more: { b: [2], a: 1 } }],
    ['an option that is undefined', { more: undefined }, {}],
    ['another sessionToken alone', { sessionToken: 'old' }, { sessionToken: 'new' }],
  ] as const) {
    it(`is not made anew for ${name}`, async () => {
      const { rokt, ask } = setUpSources();
      const asker = ask(first);
      await quiet();
      asker.leave();
      ask(second);
      await quiet();
      assert.equal(rokt.made.length, 1);
    });
  }

  it('is made anew for other options, after the old one has terminated', async () => {
    const { rokt, ask, living } = setUpSources();
    const old = ask({ sandbox: true });
    await quiet();
    old.leave();
    const asker = ask({ overrideLinkNavigation: true, sessionToken: 'new' });
    assert.equal(rokt.calls.length, 1);
    await quiet();
    assert.equal(asker.launcher, living()[0]?.launcher);
    const options = { accountId: '222', overrideLinkNavigation: true, sessionToken: 'new' };
    assert.deepEqual(
      living().map((made) => made.options),
      [options],
    );
  });

  it('with options that JSON cannot hold is the same only for the same object', async () => {
    const { rokt, ask } = setUpSources();
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    for (const more of [cycle, cycle, { self: cycle }]) {
      const asker = ask({ more });
      await quiet();
      asker.leave();
    }
    assert.equal(rokt.made.length, 2);
  });
});

describe('createLauncher', () => {
  it('is called for one after the other', async () => {
    const { rokt, ask, living } = setUpSources();
    rokt.hang();
    const askers = [ask(), ask(), ask()];
    await quiet();
    assert.equal(rokt.calls.length, 1);
    rokt.make();
    await quiet();
    assert.deepEqual(new Set(askers.map(({ launcher }) => launcher)), new Set([living()[0]?.launcher]));
  });
});

describe('those who have left', () => {
  it('200 of them while the script loads: no launcher is made', async () => {
    const { rokt, ask, loadScript } = setUpSources({ isLoaded: false });
    const askers = Array.from({ length: 200 }, () => ask());
    askers.forEach((asker) => asker.leave());
    loadScript();
    await quiet();
    assert.equal(rokt.calls.length, 0);
    assert.deepEqual(new Set(askers.map(({ outcome }) => outcome)), new Set(['no-selection']));
  });

  it('make none beside the one who stays, whose options count', async () => {
    const { rokt, ask, loadScript } = setUpSources({ isLoaded: false });
    const askers = Array.from({ length: 200 }, (_, index) => ask({ sandbox: index % 2 === 0 }));
    const staying = ask();
    askers.forEach((asker) => asker.leave());
    loadScript();
    await quiet();
    assert.deepEqual(rokt.calls, [{ accountId: '222' }]);
    assert.equal(staying.outcome, 'served');
  });

  it('make none while an old one terminates', async () => {
    const { rokt, ask } = setUpSources();
    const old = ask({ sandbox: true });
    await quiet();
    old.leave();
    const asker = ask();
    asker.leave();
    await quiet();
    assert.equal(rokt.calls.length, 1);
  });

  it('before they have asked are turned away', async () => {
    const { rokt, ask } = setUpSources();
    const asker = ask({ noTargeting: true });
    asker.leave();
    await assert.rejects(asker.source.acquire(asker.client));
    await quiet();
    assert.equal(rokt.calls.length, 0);
  });
});

describe('another account or session than the one that is served', () => {
  for (const [name, options] of [
    ['account', { accountId: '333' }],
    ['session', { sessionId: 'mine' }],
  ] as const) {
    it(`(${name}) is launcher-conflict, never the other’s launcher`, async () => {
      const { ask, living } = setUpSources();
      const served = ask();
      await quiet();
      const other = ask({ ...options, noTargeting: true });
      await quiet();
      assert.equal(other.outcome, 'launcher-conflict');
      assert.match(other.error?.message ?? '', new RegExp(Object.keys(options)[0] ?? ''));
      assert.doesNotMatch(other.error?.message ?? '', /333|mine/);
      assert.deepEqual([served.client.renewals, living().length], [0, 1]);
    });
  }

  it('is launcher-conflict too for the second of two who start together', async () => {
    const { rokt, ask } = setUpSources();
    const [first, second] = [ask(), ask({ accountId: '333' })];
    await quiet();
    assert.deepEqual([first.outcome, second.outcome], ['served', 'launcher-conflict']);
    assert.equal(rokt.made.length, 1);
  });

  it('is served where nobody is on it any more, or has never been', async () => {
    const { ask, living } = setUpSources();
    for (const accountId of ['222', '333', '444']) {
      const asker = ask({ accountId });
      await quiet();
      assert.equal(asker.launcher, living()[0]?.launcher);
      assert.deepEqual(
        living().map(({ options }) => options),
        [{ accountId }],
      );
      asker.leave();
    }
  });
});

describe('other options than those of the launcher in use', () => {
  it('are named in launcher-options-fixed, and the launcher serves', async () => {
    const { rokt, ask } = setUpSources();
    const first = ask({ sandbox: true });
    await quiet();
    const second = ask({ overrideLinkNavigation: true, more: { secret: 'ann@shop.example' } });
    await quiet();
    assert.equal(second.launcher, first.launcher);
    assert.equal(rokt.made.length, 1);
    assert.match(second.told.join(), /^launcher-options-fixed: sandbox, overrideLinkNavigation, more: /);
    assert.doesNotMatch(second.told.join(), /ann@/);
    assert.deepEqual(first.told, []);
  });

  it('that differ in nothing that lasts are not told', async () => {
    const { ask } = setUpSources();
    ask({ pageInitTimestamp: new Date(1), sessionToken: 'a' });
    const second = ask({ pageInitTimestamp: new Date(2), sessionToken: 'b' });
    await quiet();
    assert.deepEqual([second.outcome, second.told], ['served', []]);
  });
});

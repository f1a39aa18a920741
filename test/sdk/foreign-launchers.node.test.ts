import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Launcher } from '../../src/sdk/index.ts';
import type { ScriptedLauncher, ScriptedRokt } from '../../src/testing/index.ts';
import { quiet, setUpSources } from '../support/hosted-sources.ts';

const request = { attributes: {} };
/** Asks `launcher` for a selection; what comes of it. */
const select = async (launcher: Launcher | undefined) => {
  const selecting = Promise.resolve(launcher?.selectPlacements(request));
  await selecting.catch(() => undefined);
  return selecting;
};

/** A kit asks for the page's launcher, and names it as its own. */
const kitCreates = async (rokt: ScriptedRokt): Promise<ScriptedLauncher> => {
  const launcher = await rokt.createElsewhere();
  return rokt.made.find((made) => made.launcher === launcher) as ScriptedLauncher;
};

describe('a launcher that a kit has made', () => {
  it('serves, and each option and consent flag that it may not honour is named', async () => {
    const { rokt, ask } = setUpSources();
    const kits = await kitCreates(rokt);
    const asker = ask({ noTargeting: true, sandbox: true, sessionId: 'ann@shop.example' });
    await quiet();
    void asker.launcher?.selectPlacements(request);
    assert.equal(kits.selections.length, 1);
    assert.equal(rokt.calls.length, 0);
    assert.match(asker.told.join(), /^launcher-options-fixed: sandbox, sessionId, noTargeting: /);
    assert.doesNotMatch(asker.told.join(), /ann@/);
  });

  it('serves without a word who asks for nothing but the account', async () => {
    const { rokt, ask } = setUpSources();
    await kitCreates(rokt);
    const asker = ask();
    await quiet();
    assert.deepEqual([asker.outcome, asker.told], ['served', []]);
  });

  it('is never terminated, whatever consent is withdrawn; the flag is named', async () => {
    const { rokt, ask } = setUpSources();
    const kits = await kitCreates(rokt);
    const asker = ask();
    await quiet();
    asker.agreesTo({ noDeviceId: true });
    ask({ noTargeting: true, accountId: '333' });
    await quiet();
    assert.equal(kits.isTerminated, false);
    assert.deepEqual([asker.client.renewals, rokt.made.length], [0, 1]);
    assert.match(asker.told.join(), /^launcher-options-fixed: noDeviceId: /);
    assert.equal(asker.launcher?.terminate, undefined);
  });

  it('is known as the kit’s also where the SDK gives it to us while the kit waits for it', async () => {
    const { rokt, ask, living } = setUpSources();
    rokt.hang();
    const kits = kitCreates(rokt);
    const asker = ask({ noTargeting: true });
    await quiet();
    rokt.make();
    await kits;
    await quiet();
    const strict = ask({ noFunctional: true });
    await quiet();
    assert.deepEqual([asker.outcome, strict.outcome], ['served', 'served']);
    assert.match(asker.told.join(), /noTargeting/);
    assert.deepEqual([rokt.made.length, living().length], [1, 1]);
  });

  it('is ours where the kit was given what we had asked for first', async () => {
    const { rokt, ask, living } = setUpSources();
    rokt.hang();
    const asker = ask();
    await quiet();
    const kits = kitCreates(rokt);
    rokt.make();
    await kits;
    await quiet();
    asker.agreesTo({ noTargeting: true });
    assert.deepEqual([asker.client.renewals, living().length], [1, 0]);
    asker.leave();
    const again = ask({ noTargeting: true });
    await quiet();
    assert.deepEqual([again.told, living().map(({ options }) => options.noTargeting)], [[], [true]]);
  });
});

describe('a launcher that comes after we have given it up, to a kit that waits for it too', () => {
  it('is ours for one who joins in that moment: it serves nobody with less consent', async () => {
    const { rokt, ask, living } = setUpSources();
    rokt.hang();
    await assert.rejects(ask({}, 1).acquired, { code: 'launcher-timeout' });
    const kits = kitCreates(rokt);
    const strict = ask({ noDeviceId: true });
    rokt.make();
    await kits;
    await strict.acquired;
    assert.deepEqual(
      living().map(({ options }) => options.noDeviceId),
      [true],
    );
    assert.equal(strict.launcher, living()[0]?.launcher);
  });
});

describe('a launcher that somebody has terminated', () => {
  it('the kit’s, by another integration: made anew once', async () => {
    const { rokt, ask, living } = setUpSources();
    const kits = await kitCreates(rokt);
    await kits.terminateElsewhere();
    const asker = ask({ noTargeting: true });
    await quiet();
    void select(asker.launcher);
    await quiet();
    assert.deepEqual(
      rokt.made.map(({ selections }) => selections.length),
      [0, 1],
    );
    assert.deepEqual(
      living().map(({ options }) => options),
      [{ accountId: '222', noTargeting: true }],
    );
    const next = ask({ noTargeting: true });
    await quiet();
    assert.equal(next.launcher, living()[0]?.launcher);
    assert.equal(rokt.made.length, 2);
  });

  it('the kit’s, while it serves several: made anew once for all', async () => {
    const { rokt, ask } = setUpSources();
    const kits = await kitCreates(rokt);
    const askers = [ask(), ask(), ask()];
    await quiet();
    await kits.terminateElsewhere();
    askers.forEach(({ launcher }) => void select(launcher));
    await quiet();
    assert.deepEqual(
      rokt.made.map(({ selections }) => selections.length),
      [0, 3],
    );
    askers[0]?.agreesTo({ noTargeting: true });
    assert.deepEqual(
      askers.map(({ client }) => client.renewals),
      [1, 1, 1],
    );
  });

  it('the kit’s, and the SDK gives no other: its own failure is told', async () => {
    const { rokt, ask } = setUpSources();
    const kits = await kitCreates(rokt);
    await kits.terminateElsewhere();
    rokt.throwAtOnce();
    const asker = ask();
    await quiet();
    await assert.rejects(select(asker.launcher), { message: 'this launcher was terminated' });
  });

  it('ours, by the page: made anew once, with what is asked then', async () => {
    const { rokt, ask } = setUpSources();
    const first = ask({ noTargeting: true });
    await quiet();
    await first.launcher?.terminate?.();
    first.leave();
    const again = [ask(), ask()];
    await quiet();
    assert.deepEqual(
      rokt.made.map(({ options }) => options),
      [{ accountId: '222', noTargeting: true }, { accountId: '222' }],
    );
    assert.deepEqual(
      again.map(({ launcher }) => launcher),
      [rokt.made[1]?.launcher, rokt.made[1]?.launcher],
    );
  });

  it('ours, while another is still on it: the next one gets a living launcher', async () => {
    const { ask, living } = setUpSources();
    const first = ask();
    await quiet();
    await first.launcher?.terminate?.();
    const second = ask();
    await quiet();
    assert.equal(second.launcher, living()[0]?.launcher);
    assert.notEqual(second.launcher, first.launcher);
  });
});

describe('a launcher that we have terminated while it was asked for again', () => {
  it('is given to nobody', async () => {
    const { rokt, ask, living } = setUpSources();
    const first = ask();
    await quiet();
    rokt.hang();
    const second = ask();
    await quiet();
    first.agreesTo({ noTargeting: true });
    first.leave();
    await quiet();
    rokt.make();
    await quiet();
    assert.equal(rokt.made[0]?.isTerminated, true);
    assert.equal(second.launcher, living()[0]?.launcher);
  });
});

describe('a selection that the kit’s living launcher refuses', () => {
  it('is refused: no launcher is made in its place', async () => {
    const { rokt, ask } = setUpSources();
    const kits = await kitCreates(rokt);
    const asker = ask({ noTargeting: true });
    await quiet();
    const selecting = asker.launcher?.selectPlacements(request);
    (await kits.nextSelection()).refuse(new Error('no such page'));
    await assert.rejects(Promise.resolve(selecting), { message: 'no such page' });
    assert.deepEqual([rokt.made.length, kits.isTerminated], [1, false]);
  });
});

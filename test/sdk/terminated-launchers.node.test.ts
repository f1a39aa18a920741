import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Launcher } from '../../src/sdk/index.ts';
import { quiet, setUpSources } from '../support/hosted-sources.ts';

/** Asks `launcher` for a selection; what comes of it. */
const select = async (launcher: Launcher | undefined) => {
  const selecting = Promise.resolve(launcher?.selectPlacements({ attributes: {} }));
  await selecting.catch(() => undefined);
  return selecting;
};

describe('a launcher that somebody has terminated', () => {
  it('the kit’s, by another integration: made anew once', async () => {
    const { rokt, ask, living, kitCreates } = setUpSources();
    const kits = await kitCreates();
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

  it('the kit’s, while it serves several: made anew once for all that select again', async () => {
    const { rokt, ask, living, kitCreates } = setUpSources();
    const kits = await kitCreates();
    const askers = [ask(), ask(), ask()];
    await quiet();
    await kits.terminateElsewhere();
    askers.forEach((asker) => asker.leave());
    const again = [ask(), ask(), ask()];
    await quiet();
    assert.equal(rokt.made.length, 2);
    assert.deepEqual(new Set(again.map(({ launcher }) => launcher)), new Set([living()[0]?.launcher]));
    again[0]?.agreesTo({ noTargeting: true });
    assert.deepEqual(
      again.map(({ client }) => client.renewals),
      [1, 1, 1],
    );
  });

  it('the kit’s, and the SDK gives no other: nobody is served by the dead one', async () => {
    const { rokt, ask, kitCreates } = setUpSources();
    const kits = await kitCreates();
    await kits.terminateElsewhere();
    rokt.throwAtOnce();
    const asker = ask();
    await quiet();
    assert.equal(asker.outcome, 'launcher-rejected');
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

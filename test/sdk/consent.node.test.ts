import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quiet, setUpSources } from '../support/hosted-sources.ts';

const account = { accountId: '222' };

describe('consent of those who share the page’s launcher', () => {
  it('is the strictest of all, where they start together', async () => {
    const { rokt, ask } = setUpSources();
    ask({ noTargeting: true });
    ask({ noFunctional: true });
    await quiet();
    assert.deepEqual(
      rokt.made.map(({ options }) => options),
      [{ ...account, noTargeting: true, noFunctional: true }],
    );
  });

  it('set while createLauncher is pending: nobody gets a launcher made with less', async () => {
    const { rokt, ask, living } = setUpSources();
    rokt.hang();
    const [first, second] = [ask(), ask()];
    await quiet();
    second.agreesTo({ noTargeting: true });
    rokt.make();
    await quiet();
    assert.deepEqual([first.outcome, second.outcome], ['served', 'served']);
    assert.deepEqual(
      living().map(({ options }) => options),
      [{ ...account, noTargeting: true }],
    );
    assert.equal(first.launcher, living()[0]?.launcher);
    assert.equal(rokt.made[0]?.selections.length, 0);
    assert.deepEqual([first.client.renewals, second.client.renewals], [0, 0]);
  });

  it('set while the script loads counts for the first launcher', async () => {
    const { rokt, ask, loadScript } = setUpSources({ isLoaded: false });
    const [first] = [ask(), ask()];
    first.agreesTo({ noDeviceId: true });
    loadScript();
    await quiet();
    assert.deepEqual(
      rokt.made.map(({ options }) => options),
      [{ ...account, noDeviceId: true }],
    );
  });

  it('asked by one who joins while createLauncher is pending counts too', async () => {
    const { rokt, ask, living } = setUpSources();
    rokt.hang();
    const lax = ask();
    await quiet();
    const strict = ask({ noFunctional: true });
    rokt.make();
    await quiet();
    assert.equal(lax.launcher, strict.launcher);
    assert.deepEqual(
      living().map(({ options }) => options.noFunctional),
      [true],
    );
  });

  it('given while createLauncher is pending counts as well', async () => {
    const { rokt, ask, living } = setUpSources();
    rokt.hang();
    const asker = ask({ noTargeting: true });
    await quiet();
    asker.agreesTo({});
    rokt.make();
    await quiet();
    assert.equal(asker.outcome, 'served');
    assert.deepEqual(
      living().map(({ options }) => options),
      [account],
    );
  });

  it('withdrawn while a launcher serves: terminated at once, and each one on it is told once', async () => {
    const { rokt, ask, living } = setUpSources();
    const askers = [ask(), ask(), ask()];
    await quiet();
    askers[1]?.agreesTo({ noDeviceId: true });
    assert.equal(rokt.made[0]?.isTerminated, true);
    assert.deepEqual(
      askers.map(({ client }) => client.renewals),
      [1, 1, 1],
    );
    askers[1]?.agreesTo({ noDeviceId: true, noTargeting: true });
    assert.deepEqual(
      askers.map(({ client }) => client.renewals),
      [1, 1, 1],
    );
    askers.forEach((asker) => asker.leave());
    const again = [ask(), ask({ noDeviceId: true }), ask()];
    await quiet();
    assert.deepEqual(
      again.map(({ launcher }) => launcher === living()[0]?.launcher),
      [true, true, true],
    );
    assert.deepEqual(
      rokt.made.map(({ options }) => options),
      [account, { ...account, noDeviceId: true }],
    );
  });

  it('that is stricter with one who joins ends the launcher of the others at once', async () => {
    const { rokt, ask, living } = setUpSources();
    const lax = ask();
    await quiet();
    const strict = ask({ noTargeting: true });
    assert.deepEqual([lax.client.renewals, living().length], [1, 0]);
    lax.leave();
    const again = ask();
    await quiet();
    assert.equal(strict.launcher, again.launcher);
    assert.deepEqual([rokt.made.length, strict.client.renewals, strict.told], [2, 0, []]);
  });

  it('given while a launcher serves ends nobody’s selection, and counts for the next launcher', async () => {
    const { rokt, ask, living } = setUpSources();
    const asker = ask({ noTargeting: true });
    await quiet();
    asker.agreesTo({});
    await quiet();
    assert.deepEqual([asker.client.renewals, living().length, rokt.calls.length], [0, 1, 1]);
    const other = ask();
    await quiet();
    assert.equal(other.launcher, asker.launcher);
    [asker, other].forEach((one) => one.leave());
    ask();
    await quiet();
    assert.deepEqual(
      living().map(({ options }) => options),
      [account],
    );
  });

  it('that noDeviceId implies needs no other launcher', async () => {
    const { rokt, ask, living } = setUpSources();
    const [first] = [ask({ noDeviceId: true }), ask({ noTargeting: true })];
    await quiet();
    first.agreesTo({ noDeviceId: true, noFunctional: true });
    await quiet();
    assert.deepEqual([rokt.made.length, living().length, first.client.renewals], [1, 1, 0]);
  });
});

describe('consent of one who has left', () => {
  it('goes with it: false wins again', async () => {
    const { ask, living } = setUpSources();
    const strict = ask({ noTargeting: true });
    await quiet();
    strict.leave();
    const lax = ask();
    await quiet();
    assert.deepEqual(
      living().map(({ options }) => options),
      [account],
    );
    assert.equal(lax.launcher, living()[0]?.launcher);
  });

  it('goes with it while the launcher is being made', async () => {
    const { rokt, ask, living } = setUpSources();
    rokt.hang();
    const [strict, lax] = [ask({ noTargeting: true }), ask()];
    await quiet();
    strict.leave();
    rokt.make();
    await quiet();
    assert.equal(lax.outcome, 'served');
    assert.deepEqual(
      living().map(({ options }) => options),
      [account],
    );
  });

  it('goes with it while the script loads', async () => {
    const { rokt, ask, loadScript } = setUpSources({ isLoaded: false });
    const [strict] = [ask({ noFunctional: true }), ask()];
    strict.leave();
    loadScript();
    await quiet();
    assert.deepEqual(rokt.calls, [account]);
  });

  it('can be changed no more', async () => {
    const { ask, living } = setUpSources();
    const [gone, staying] = [ask(), ask()];
    await quiet();
    gone.leave();
    gone.agreesTo({ noDeviceId: true });
    await quiet();
    assert.deepEqual([living().length, staying.client.renewals], [1, 0]);
  });
});

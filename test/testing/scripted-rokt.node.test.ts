import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Launcher } from '../../src/sdk/index.ts';
import { createScriptedRokt } from '../../src/testing/index.ts';
import { nextTask } from './told-by.ts';

/** What has become of a promise by now: its value, the message of what it rejected with, or that it waits. */
async function stateOf(promise: Promise<Launcher>): Promise<unknown> {
  const settled = promise.catch((reason: unknown) => (reason as Error).message);
  return Promise.race([settled, nextTask().then(() => 'waits')]);
}

describe('a scripted Rokt', () => {
  it('makes one launcher a page, with the first one’s options', async () => {
    const rokt = createScriptedRokt();
    const first = rokt.global.createLauncher({ accountId: '1' });
    const second = rokt.global.createLauncher({ accountId: '2', noTargeting: true });
    assert.equal(await first, await second);
    const made = await rokt.nextLauncher();
    assert.equal(made.launcher, await first);
    assert.deepEqual(made.options, { accountId: '1' });
    assert.deepEqual(rokt.made, [made]);
    assert.deepEqual(rokt.calls, [{ accountId: '1' }, { accountId: '2', noTargeting: true }]);
  });

  it('gives its launcher the manners', async () => {
    const rokt = createScriptedRokt({ manners: 'shipped' });
    const launcher = await rokt.global.createLauncher({});
    void launcher.selectPlacements({ attributes: {} });
    const selection = await (await rokt.nextLauncher()).nextSelection();
    assert.equal('context' in selection, false);
  });

  it('keeps the launcher also while it is made', async () => {
    const rokt = createScriptedRokt();
    rokt.hang();
    const [first, second] = [rokt.global.createLauncher({ accountId: '1' }), rokt.global.createLauncher({})];
    assert.deepEqual([await stateOf(first), rokt.made.length], ['waits', 0]);
    rokt.make();
    assert.equal(await first, await second);
    assert.deepEqual(
      rokt.made.map(({ options }) => options),
      [{ accountId: '1' }],
    );
  });

  it('rejects when it is told, also what was waited for, and makes one later', async () => {
    const rokt = createScriptedRokt();
    rokt.hang();
    const waited = rokt.global.createLauncher({});
    rokt.reject(new Error('unknown account'));
    assert.equal(await stateOf(waited), 'unknown account');
    assert.equal(await stateOf(rokt.global.createLauncher({})), 'unknown account');
    rokt.make();
    await rokt.global.createLauncher({});
    assert.equal(rokt.made.length, 1);
  });

  it('gives what is no launcher when it is told, also to who waited, and makes one later', async () => {
    const rokt = createScriptedRokt();
    rokt.hang();
    const waited = rokt.global.createLauncher({});
    rokt.giveInstead('nonsense');
    assert.equal(await waited, 'nonsense');
    assert.equal(await rokt.global.createLauncher({}), 'nonsense');
    rokt.make();
    assert.equal(await rokt.global.createLauncher({}), rokt.made[0]?.launcher);
  });

  it('that hangs gives a launcher that is there only when it answers again, dead or alive', async () => {
    const rokt = createScriptedRokt();
    const launcher = await rokt.global.createLauncher({});
    rokt.hang();
    const again = rokt.global.createLauncher({});
    assert.equal(await stateOf(again), 'waits');
    await rokt.made[0]?.terminateElsewhere();
    const next = rokt.global.createLauncher({});
    assert.equal(await stateOf(next), 'waits');
    rokt.make();
    assert.equal(await again, launcher);
    assert.equal(await next, rokt.made[1]?.launcher);
  });

  it('makes launchers without terminate(), as older versions do, when it is told', async () => {
    const rokt = createScriptedRokt({ hasTerminate: false });
    const launcher = await rokt.global.createLauncher({});
    assert.equal('terminate' in launcher, false);
    await rokt.made[0]?.terminateElsewhere();
    assert.notEqual(await rokt.global.createLauncher({}), launcher);
  });

  it('knows the ids of an earlier launcher under documented manners', async () => {
    const rokt = createScriptedRokt({ manners: 'documented' });
    const selected = async () => {
      const launcher = await rokt.global.createLauncher({});
      void launcher.selectPlacements({ attributes: {} });
      const selection = await (await rokt.nextLauncher()).nextSelection();
      const [item] = selection.offer([{ catalogItemId: 'parking' }]);
      return { launcher, selection, cartItemId: item?.cartItemId };
    };
    const earlier = await selected();
    await earlier.launcher.terminate?.();
    const { selection } = await selected();
    await selection.send('V2_UPDATE_CART_ITEM', { cartItemId: earlier.cartItemId, quantity: 1 });
    assert.equal(selection.cartItems.length, 1);
  });

  it('throws at once when it is told, but not where there is a launcher', async () => {
    const rokt = createScriptedRokt();
    rokt.throwAtOnce(new Error('no account'));
    assert.throws(() => rokt.global.createLauncher({}), /no account/);
    rokt.make();
    const launcher = await rokt.global.createLauncher({});
    rokt.throwAtOnce();
    assert.equal(await rokt.global.createLauncher({}), launcher);
    assert.equal(rokt.calls.length, 3);
  });

  it('drops its launcher once that is terminated, by whomever', async () => {
    const rokt = createScriptedRokt();
    const first = await rokt.global.createLauncher({});
    await first.terminate?.();
    const second = await rokt.global.createLauncher({ sandbox: true });
    assert.notEqual(second, first);
    await rokt.made[1]?.terminateElsewhere();
    await rokt.global.createLauncher({});
    assert.deepEqual(
      rokt.made.map(({ isTerminated, isTerminatedByPage }) => [isTerminated, isTerminatedByPage]),
      [
        [true, true],
        [true, false],
        [false, false],
      ],
    );
  });

  it('gives the dying launcher to one who does not wait for its end', async () => {
    const rokt = createScriptedRokt();
    const first = await rokt.global.createLauncher({});
    const letGo = rokt.made[0]?.holdTermination();
    const terminated = first.terminate?.();
    assert.equal(await rokt.global.createLauncher({}), first);
    letGo?.();
    await terminated;
    assert.notEqual(await rokt.global.createLauncher({}), first);
  });

  it('has another made after it has forgotten one that hangs, and both may come', async () => {
    const rokt = createScriptedRokt();
    rokt.hang();
    const first = rokt.global.createLauncher({ accountId: '1' });
    rokt.forget();
    const second = rokt.global.createLauncher({ accountId: '2' });
    rokt.make();
    assert.notEqual(await first, await second);
    assert.equal(await rokt.global.createLauncher({}), await second);
    await (await first).terminate?.();
    assert.equal(await rokt.global.createLauncher({}), await second);
  });

  it('lists no calls and no taken selections of before its history was cleared', async () => {
    const rokt = createScriptedRokt();
    const launcher = await rokt.global.createLauncher({});
    void launcher.selectPlacements({ attributes: {} });
    await rokt.made[0]?.nextSelection();
    rokt.clearHistory();
    assert.deepEqual([rokt.calls, rokt.made.length, rokt.made[0]?.selections], [[], 1, []]);
  });

  it('may be used by others on the page, who leave the launcher behind, dead or alive', async () => {
    const rokt = createScriptedRokt();
    assert.equal('currentLauncher' in rokt.global, false);
    const foreign = await rokt.createElsewhere({ integrationName: 'kit' });
    const [made] = rokt.made;
    assert.deepEqual([made?.isForeign, made?.options], [true, { integrationName: 'kit' }]);
    assert.equal(await rokt.global.createLauncher({}), foreign);
    assert.deepEqual(rokt.calls, [{}]);
    await made?.terminateElsewhere();
    assert.equal(rokt.global.currentLauncher, foreign);
    await rokt.global.createLauncher({});
    assert.deepEqual(
      rokt.made.map(({ isForeign }) => isForeign),
      [true, false],
    );
  });
});

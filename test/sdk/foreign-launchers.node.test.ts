import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quiet, setUpSources } from '../support/hosted-sources.ts';

describe('a launcher that a kit has made', () => {
  it('serves, and each option and consent flag that it may not honour is named', async () => {
    const { rokt, ask, kitCreates } = setUpSources();
    const kits = await kitCreates();
    const asker = ask({ noTargeting: true, sandbox: true, sessionId: 'ann@shop.example' });
    await quiet();
    void asker.launcher?.selectPlacements({ attributes: {} });
    assert.equal(kits.selections.length, 1);
    assert.equal(rokt.made.length, 1);
    assert.match(asker.told.join(), /^launcher-options-fixed: noTargeting, sandbox, sessionId: /);
    assert.doesNotMatch(asker.told.join(), /ann@/);
  });

  it('serves without a word who asks for nothing but the account', async () => {
    const { ask, kitCreates } = setUpSources();
    await kitCreates();
    const asker = ask();
    await quiet();
    assert.deepEqual([asker.outcome, asker.told], ['served', []]);
  });

  it('is never terminated, whatever consent is withdrawn; the flag is named', async () => {
    const { rokt, ask, kitCreates } = setUpSources();
    const kits = await kitCreates();
    const asker = ask();
    await quiet();
    asker.agreesTo({ noDeviceId: true });
    ask({ noTargeting: true, accountId: '333' });
    await quiet();
    assert.equal(kits.isTerminated, false);
    assert.deepEqual([asker.client.renewals, rokt.made.length], [0, 1]);
    assert.match(asker.told.join(), /^launcher-options-fixed: noDeviceId: /);
  });

  it('is known as the kit’s also where the SDK gives it to us while the kit waits for it', async () => {
    const { rokt, ask, living, kitCreates } = setUpSources();
    rokt.hang();
    const kits = kitCreates();
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
    const { rokt, ask, living, kitCreates } = setUpSources();
    rokt.hang();
    const asker = ask();
    await quiet();
    const kits = kitCreates();
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
    const { rokt, ask, living, kitCreates } = setUpSources();
    rokt.hang();
    await assert.rejects(ask({}, 1).acquired, { code: 'launcher-timeout' });
    const kits = kitCreates();
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

describe('a selection that the kit’s living launcher refuses', () => {
  it('is refused: no launcher is made in its place', async () => {
    const { rokt, ask, kitCreates } = setUpSources();
    const kits = await kitCreates();
    const asker = ask({ noTargeting: true });
    await quiet();
    const selecting = asker.launcher?.selectPlacements({ attributes: {} });
    (await kits.nextSelection()).refuse(new Error('no such page'));
    await assert.rejects(Promise.resolve(selecting), { message: 'no such page' });
    assert.deepEqual([rokt.made.length, kits.isTerminated], [1, false]);
  });
});

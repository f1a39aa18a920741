import { expect } from '@open-wc/testing';
import { createHostedSource } from '../../src/sdk/hosted-source.ts';
import type { ScriptedRokt } from '../../src/testing/index.ts';
import { hostRokt, missingScript, newScript } from '../support/hosted-rokt.ts';
import { acquireAs, createClient, type TestClient } from '../support/launcher-client.ts';
import { outcomeOf } from '../support/record-facts.ts';
import { until } from '../support/until.ts';
import { withHeldTime } from '../support/virtual-time.ts';

describe('the hosted launcher, over real script tags', () => {
  let rokt: ScriptedRokt;

  beforeEach(() => {
    rokt = hostRokt();
  });

  const clients: TestClient[] = [];
  afterEach(() => {
    clients.splice(0).forEach((client) => client.leave());
  });

  const ask = (url = newScript(), timeout?: number) => {
    const client = createClient({ timeout });
    clients.push(client);
    const source = createHostedSource({ accountId: '222' }, { url });
    return { client, source, acquired: acquireAs(client, source) };
  };

  it('is made once for all who ask', async () => {
    const url = newScript();
    const launchers = await Promise.all([ask(url), ask(url), ask(url)].map(({ acquired }) => acquired));
    expect(new Set(launchers)).to.deep.equal(new Set([rokt.made[0]!.launcher]));
    expect(window.launcherScriptRuns).to.equal(1);
  });

  it('is not made for 200 who have left while the script loads', async () => {
    const url = newScript('&late=30');
    const askers = Array.from({ length: 200 }, () => ask(url));
    askers.forEach(({ client }) => client.leave());
    const outcomes = await Promise.all(askers.map(({ acquired }) => outcomeOf(acquired)));
    expect(new Set(outcomes)).to.deep.equal(new Set(['no-selection']));
    await until(() => window.Rokt !== undefined);
    await new Promise((resolve) => setTimeout(resolve));
    expect(rokt.calls).to.deep.equal([]);
  });

  it('knows what a time-out means at each stage', async () => {
    rokt.hang();
    const { source, acquired } = ask();
    expect(source.timeoutReason).to.equal('script-timeout');
    await until(() => source.timeoutReason === 'launcher-timeout');
    rokt.make();
    await acquired;
  });

  it('ends with script-blocked where the script is still being tried again', async () => {
    const url = missingScript();
    const { source, acquired } = ask(url);
    await until(() => typeof source.timeoutReason !== 'string');
    expect(source.timeoutReason).to.have.property('code', 'script-blocked');
    expect(await outcomeOf(acquired)).to.equal('script-blocked');
  });

  it(
    'ends with sdk-missing where the script ran, though the time-out is shorter than the wait for its global',
    withHeldTime(async (time) => {
      const { source, acquired } = ask(newScript('&none=1'), 1_000);
      await until(() => typeof source.timeoutReason !== 'string');
      await time.pass(1_000);
      expect(await outcomeOf(acquired)).to.equal('sdk-missing');
    }),
  );

  it(
    'loads from a good URL after a bad one, and says nothing of that',
    withHeldTime(async (time) => {
      const bad = ask(missingScript(), 100);
      await until(() => typeof bad.source.timeoutReason !== 'string');
      await time.pass(100);
      expect(await outcomeOf(bad.acquired)).to.equal('script-blocked');
      rokt.hang();
      const good = ask();
      expect(good.source.timeoutReason).to.equal('script-timeout');
      await until(() => rokt.calls.length === 1);
      rokt.make();
      expect(await good.acquired).to.equal(rokt.made[0]!.launcher);
    }),
  );

  it('is refused for a URL that is no script’s, before any tag is written', async () => {
    const { acquired } = ask('data:text/javascript,0');
    expect(await outcomeOf(acquired)).to.equal('script-blocked');
  });
});

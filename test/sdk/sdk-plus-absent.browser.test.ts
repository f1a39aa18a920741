import { expect } from '@open-wc/testing';
import { createGivenSource } from '../../src/sdk/index.ts';
import { createScriptedLauncher } from '../../src/testing/index.ts';
import { addSdkPlusStub, letSdkPlusCome, removeSdkPlus } from '../support/sdk-plus.ts';
import { setUpSdkPlus } from '../support/select-sdk-plus.ts';
import { until } from '../support/until.ts';
import { withHeldTime } from '../support/virtual-time.ts';

/** An mParticle that is ready, and has no Rokt. */
async function addOldSdk(): Promise<void> {
  window.mParticle = { ready: (callback) => callback() };
}

describe('SDK+ that does not come', () => {
  afterEach(removeSdkPlus);

  for (const [what, arrange] of [
    ['is not on the page', async () => undefined],
    ['stays a stub', addSdkPlusStub],
    ['has no kit', () => letSdkPlusCome({ kit: 'missing' })],
    ['has a kit that never runs', () => letSdkPlusCome({ kit: 'blocked' })],
    ['is older than its Rokt', addOldSdk],
  ] as const) {
    it(`since it ${what} ends as launcher-timeout, which says so`, async () => {
      const { upsell, types, select } = setUpSdkPlus();
      await arrange();
      select('mparticle', { timeout: 600 });
      expect(await upsell.phaseReached()).to.equal('failed');
      expect(upsell.state.error?.code).to.equal('launcher-timeout');
      expect(upsell.state.error?.message).to.contain('Rokt kit has not started');
      expect(types()).to.deep.equal(['placements-loading', 'placements-failed']);
    });
  }

  it('is asked for no selection that came too late for it', async () => {
    const { upsell, select, made } = setUpSdkPlus();
    select('mparticle', { timeout: 60 });
    expect(await upsell.phaseReached()).to.equal('failed');
    await letSdkPlusCome();
    const { Rokt } = window.mParticle as { Rokt: { isReady(): boolean } };
    await until(() => Rokt.isReady());
    expect(made[0]?.selections).to.deep.equal([]);
  });

  it(
    'leaves the selection to the next source',
    withHeldTime(async (time) => {
      const { upsell, selectBefore, codes } = setUpSdkPlus();
      const own = createScriptedLauncher();
      await addSdkPlusStub();
      selectBefore(createGivenSource(own.launcher));
      await time.pass(300);
      (await own.nextSelection()).succeed();
      expect(await upsell.phaseReached()).to.equal('ready');
      expect(codes()).to.deep.equal(['launcher-timeout']);
    }),
  );
});

describe('an SDK+ that tells nothing but by mParticle.ready', () => {
  afterEach(removeSdkPlus);

  it('is taken once that has called back', async () => {
    const rokt = createScriptedLauncher();
    const waiting: (() => void)[] = [];
    const stub = { selectPlacements: () => undefined, setExtensionData: () => undefined };
    window.mParticle = { Rokt: stub, ready: (callback) => waiting.push(callback) };
    const { upsell, select } = setUpSdkPlus();
    select(stub as never);
    await until(() => waiting.length > 0);
    expect(upsell.state.phase).to.equal('loading');
    window.mParticle.Rokt = rokt.launcher;
    waiting.forEach((callback) => callback());
    (await rokt.nextSelection()).succeed();
    expect(await upsell.phaseReached()).to.equal('ready');
  });
});

import { expect } from '@open-wc/testing';
import { createGivenSource, type GivenLauncher, type Launcher } from '../../src/sdk/index.ts';
import { hashAttributesBy } from '../../src/selection/index.ts';
import { addSdkPlusStub, letSdkPlusCome, removeSdkPlus } from '../support/sdk-plus.ts';
import { setUpSdkPlus } from '../support/select-sdk-plus.ts';

describe('mParticle’s SDK+ as the launcher', () => {
  afterEach(removeSdkPlus);

  it('is waited for while nothing of it is on the page', async () => {
    const { upsell, select, asked } = setUpSdkPlus();
    select();
    await addSdkPlusStub();
    expect(upsell.state.phase).to.equal('loading');
    await letSdkPlusCome();
    (await asked()).succeed();
    expect(await upsell.phaseReached()).to.equal('ready');
  });

  it('is taken as the real object that replaces the stub, which is never called', async () => {
    const { upsell, select, asked, made } = setUpSdkPlus();
    await addSdkPlusStub();
    const stub = window.mParticle as { config: { rq: unknown[] } };
    select();
    await letSdkPlusCome();
    (await asked()).succeed();
    expect(await upsell.phaseReached()).to.equal('ready');
    expect(window.mParticle).to.not.equal(stub);
    const calls = stub.config.rq.filter((queued) => Array.isArray(queued));
    expect(calls).to.deep.equal([]);
    expect(made[0]?.selections).to.have.length(1);
  });

  it('is the real one also where the page gives a stub that was replaced long ago, as at a second selection', async () => {
    const { upsell, select, asked, made } = setUpSdkPlus();
    await addSdkPlusStub();
    const Rokt = window.mParticle?.Rokt as GivenLauncher;
    for (let turn = 1; turn <= 2; turn++) {
      select(Rokt);
      if (turn === 1) await letSdkPlusCome();
      (await asked()).succeed();
      expect(await upsell.phaseReached()).to.equal('ready');
    }
    expect(made).to.have.length(1);
    expect(made[0]?.selections[0]?.isClosed).to.equal(true);
    select(() => window.mParticle?.Rokt as Launcher);
    (await asked()).succeed();
    expect(await upsell.phaseReached()).to.equal('ready');
  });

  it('selects with the page’s attributes and identifier beside the kit’s own', async () => {
    const { select, asked } = setUpSdkPlus();
    await letSdkPlusCome();
    select('mparticle', { identifier: 'checkout', attributes: { eventId: '7' } });
    const { request } = await asked();
    expect(request.identifier).to.equal('checkout');
    expect(request.attributes).to.include({ eventId: '7', mpid: '7346244611012968789' });
  });

  it('gives changed attributes to the running selection', async () => {
    const { upsell, select, asked, made } = setUpSdkPlus();
    await letSdkPlusCome();
    select();
    const selection = await asked();
    selection.succeed();
    await upsell.phaseReached();
    await upsell.setAttributes({ eventId: '2' });
    expect(selection.attributesSet).to.deep.equal([{ eventId: '2' }]);
    expect(made[0]?.selections).to.have.length(1);
  });

  for (const manners of ['documented', 'shipped'] as const) {
    it(`carries items and wishes like any other, where Rokt is ${manners}`, async () => {
      const { upsell, select, asked } = setUpSdkPlus({}, { manners });
      await letSdkPlusCome();
      select();
      const selection = await asked();
      const [item] = selection.offer([{ catalogItemId: 'parking', quantity: 2 }]);
      selection.succeed();
      await upsell.phaseReached();
      const { cartItemId } = item!;
      expect((await upsell.updateCartItem({ cartItemId, quantity: 0 })).outcome).to.equal('applied');
      expect([upsell.state.cartItems, selection.cartItems]).to.deep.equal([[], []]);
    });
  }

  it('hashes without giving the words back, which the SDK itself does, also in a wrapper of the page’s', async () => {
    await letSdkPlusCome();
    const words = { email: 'jane@example.com', firstname: 'Jane' };
    const { Rokt } = window.mParticle as { Rokt: Required<Launcher> };
    expect(await Rokt.hashAttributes(words)).to.include(words);
    const wrapper: GivenLauncher = {
      selectPlacements: (options) => Rokt.selectPlacements(options),
      hashAttributes: (attributes) => Rokt.hashAttributes(attributes),
    };
    for (const given of ['mparticle', wrapper] as const) {
      const { upsell } = setUpSdkPlus();
      const hashed = await hashAttributesBy(upsell, createGivenSource(given), words, 4_000);
      expect(hashed).to.have.all.keys('emailsha256', 'firstnamesha256');
      expect(hashed['emailsha256']).to.match(/^[0-9a-f]{64}$/);
    }
  });

  it('keeps its own consent: what the page asks for is reported by name, and ends nothing', async () => {
    const { upsell, select, asked, codes, made } = setUpSdkPlus({
      noFunctional: true,
      sessionId: 's-1',
    });
    window.mParticle = { config: { launcherOptions: { noTargeting: true } } } as object;
    await addSdkPlusStub();
    await letSdkPlusCome();
    select();
    (await asked()).succeed();
    expect(await upsell.phaseReached()).to.equal('ready');
    expect(codes()).to.deep.equal(['launcher-options-fixed']);
    expect(made[0]?.options).to.include({ noTargeting: true }).and.not.have.property('noFunctional');
  });

  it('is never terminated by us', async () => {
    const { upsell, select, asked, made } = setUpSdkPlus();
    await letSdkPlusCome();
    select();
    (await asked()).succeed();
    await upsell.phaseReached();
    upsell.close();
    select();
    (await asked()).succeed();
    await upsell.phaseReached();
    expect(made.map(({ isTerminated }) => isTerminated)).to.deep.equal([false]);
  });

  it('serves where mParticle’s servers never learn who the shopper is, as with an ad blocker', async () => {
    const { upsell, select, asked } = setUpSdkPlus();
    select();
    await letSdkPlusCome({ identity: 'refused' });
    (await asked()).succeed();
    expect(await upsell.phaseReached()).to.equal('ready');
  });
});

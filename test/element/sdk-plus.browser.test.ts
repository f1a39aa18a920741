import { expect } from '@open-wc/testing';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import { setUpHostedPage } from '../support/hosted-page.ts';
import { reached, settled } from '../support/mount-upsell.ts';
import { addSdkPlusStub, letSdkPlusCome, removeSdkPlus, type SdkPlusFaults } from '../support/sdk-plus.ts';

const sdkPlus = { accountId: undefined, launcher: 'mparticle' as never };

/** An element on a page with SDK+, and the next selection that the page's launcher is asked for. */
async function setUp(properties: Partial<RoktUpsellElement>, faults?: SdkPlusFaults) {
  const { add, made, launched } = await setUpHostedPage();
  await addSdkPlusStub();
  const element = add('one', properties);
  await letSdkPlusCome(faults);
  const asked = async () => (await launched(0)).nextSelection();
  return { element, made, asked };
}

describe('<rokt-upsell> with launcher = "mparticle"', () => {
  afterEach(removeSdkPlus);

  it('shows what the kit’s launcher selects, and selects there again', async () => {
    const { element, made, asked } = await setUp(sdkPlus);
    const first = await asked();
    first.succeed();
    expect((await reached(element, 'placements-ready')).detail.servedBy).to.equal('launcher');
    const again = element.select();
    (await asked()).succeed();
    expect(await again).to.equal('ready');
    expect([first.isClosed, made.length, made[0]?.isTerminated]).to.deep.equal([true, 1, false]);
  });

  it('gives changed attributes to the running selection', async () => {
    const { element, made, asked } = await setUp(sdkPlus);
    const selection = await asked();
    selection.succeed();
    await reached(element, 'placements-ready');
    element.placementAttributes = { eventId: '2' };
    await settled(element);
    expect(selection.attributesSet).to.deep.equal([{ eventId: '2' }]);
    expect(made[0]?.selections).to.have.length(1);
  });

  it('names the consent that the kit’s launcher may not keep, and goes on', async () => {
    const { element, asked } = await setUp({ ...sdkPlus, noFunctional: true });
    const told = reached(element, 'upsell-error');
    (await asked()).succeed();
    await reached(element, 'placements-ready');
    const { error } = (await told).detail;
    expect(error.code).to.equal('launcher-options-fixed');
    expect(error.message).to.contain('noFunctional');
  });

  it('is the source, also beside an account-id', async () => {
    const { element, made, asked } = await setUp({ ...sdkPlus, accountId: '222' });
    (await asked()).succeed();
    expect((await reached(element, 'placements-ready')).detail.servedBy).to.equal('launcher');
    expect(made).to.have.length(1);
  });
});

describe('<rokt-upsell> with an account-id beside mParticle', () => {
  afterEach(removeSdkPlus);

  for (const [what, faults] of [
    ['with the kit', {}],
    ['without the kit', { kit: 'missing' }],
  ] as const) {
    it(`is served by the hosted launcher, one on the page (${what})`, async () => {
      const { element, made, asked } = await setUp({}, faults);
      (await asked()).succeed();
      expect((await reached(element, 'placements-ready')).detail.servedBy).to.equal('hosted');
      expect(made).to.have.length(1);
      expect(document.querySelectorAll('script#rokt-launcher')).to.have.length(1);
    });
  }
});

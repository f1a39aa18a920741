import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import { setUpHostedPage } from '../support/hosted-page.ts';
import { reached } from '../support/mount-upsell.ts';
import { addSdkPlusStub, letSdkPlusCome, removeSdkPlus } from '../support/sdk-plus.ts';
import { type VirtualTime, withHeldTime } from '../support/virtual-time.ts';

describe('launcher="mparticle", as an attribute', () => {
  afterEach(removeSdkPlus);

  it('takes SDK+ as it is on the page', async () => {
    const { launched } = await setUpHostedPage();
    const element = await fixture<RoktUpsellElement>(html`<rokt-upsell launcher="mparticle"></rokt-upsell>`);
    const ready = reached(element, 'placements-ready');
    await letSdkPlusCome();
    (await (await launched(0)).nextSelection()).succeed();
    expect((await ready).detail.servedBy).to.equal('launcher');
  });

  it('fails with what to write where a framework has made text of an object', async () => {
    const element = await fixture<RoktUpsellElement>(
      html`<rokt-upsell launcher="[object Object]"></rokt-upsell>`,
    );
    const { detail } = await reached(element, 'placements-failed');
    expect(detail.error.code).to.equal('launcher-rejected');
    expect(detail.error.message).to.contain('a Launcher or "mparticle"');
  });

  for (const [what, arrange] of [
    ['is not on the page', async () => undefined],
    ['stays a stub', addSdkPlusStub],
    ['has no kit', () => letSdkPlusCome({ kit: 'missing' })],
  ] as const) {
    const sellOwn = async (time: VirtualTime) => {
      await setUpHostedPage();
      await arrange();
      const element = await fixture<RoktUpsellElement>(
        html`<rokt-upsell
          launcher="mparticle"
          fallback="offers"
          offers-url="/test/support/parking-offers.json"
          timeout="3000"
        ></rokt-upsell>`,
      );
      await element.updateComplete;
      const failed = reached(element, 'upsell-error');
      const ready = reached(element, 'placements-ready');
      await time.pass(1_499);
      expect(element.error).to.equal(null);
      await time.pass(1);
      expect((await failed).detail.error.code).to.equal('launcher-timeout');
      expect((await ready).detail).to.deep.include({ servedBy: 'offers', count: 1 });
    };
    it(
      `with fallback="offers" sells the page’s own offers where SDK+ ${what}, after half of the time`,
      withHeldTime(sellOwn),
    );
  }
});

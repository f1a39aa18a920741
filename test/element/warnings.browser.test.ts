import { expect } from '@open-wc/testing';
import { createScriptedLauncher } from '../../src/testing/index.ts';
import { mountReady, mountUpsell, reached, settled } from '../support/mount-upsell.ts';
import { PARKING } from '../support/served-offers.ts';
import { warningsOf } from '../support/warnings.ts';

describe('a fault of the page’s or Rokt’s', () => {
  it('in the attributes is one warning that names the field, and never a value', async () => {
    const warnings = await warningsOf(async () => {
      const { element } = await mountUpsell({ placementAttributes: { email: 5n, other: 'a@b.example' } });
      await reached(element, 'placements-failed');
      element.requestUpdate();
      await settled(element);
      await element.select();
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/^<rokt-upsell>: invalid-attributes: placementAttributes\.email:/);
    expect(warnings[0]).to.not.contain('a@b.example');
  });

  it('in a message is one warning each, however often it comes', async () => {
    const warnings = await warningsOf(async () => {
      const { element, selection } = await mountReady();
      for (let count = 0; count < 3; count++) {
        selection.emit('V2_CART_ITEM_UPDATED', { cartItem: 'a@b.example' });
        selection.emit('LINK_NAVIGATION_REQUEST', { url: 'javascript:alert()' });
      }
      await settled(element);
    });
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.match(/invalid-message: V2_CART_ITEM_UPDATED: cartItem:/);
    expect(warnings[1]).to.match(/invalid-message: LINK_NAVIGATION_REQUEST: url:/);
    expect(warnings.join()).to.not.match(/example|javascript/);
  });

  it('in the offers is one warning with their address and no query', async () => {
    const warnings = await warningsOf(async () => {
      const offersUrl = '/package.json?token=secret#secret';
      const { element } = await mountUpsell({ launcher: undefined, offersUrl });
      await reached(element, 'placements-failed');
      await element.select();
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('/package.json: invalid-offers: placements').and.not.contain('secret');
  });

  it('that the fallback mends is told all the same', async () => {
    const warnings = await warningsOf(async () => {
      const rokt = createScriptedLauncher();
      const { element } = await mountUpsell({
        launcher: rokt.launcher,
        fallback: 'offers',
        offersUrl: '/package.json',
      });
      (await rokt.nextSelection()).refuse(new Error('no'));
      await reached(element, 'placements-failed');
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('/package.json').and.contain('invalid-offers');
  });

  it('by each element is told for each', async () => {
    const warnings = await warningsOf(async () => {
      for (const one of [1, 2]) {
        const { element } = await mountUpsell({ targetId: `t-${one}`, placementAttributes: 'x' as never });
        await reached(element, 'placements-failed');
      }
    });
    expect(warnings).to.have.length(2);
  });

  it('is not what has failed in the world: nothing is written for it', async () => {
    const warnings = await warningsOf(async () => {
      const { element, rokt } = await mountUpsell();
      (await rokt.nextSelection()).refuse(new Error('no'));
      await reached(element, 'placements-failed');
      element.launcher = undefined;
      element.offersUrl = PARKING;
      await reached(element, 'placements-ready');
    });
    expect(warnings).to.deep.equal([]);
  });
});

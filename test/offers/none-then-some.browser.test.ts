import { expect } from '@open-wc/testing';
import '../../src/define.ts';
import { buildOffer } from '../support/mount-offers.ts';
import { reached } from '../support/mount-upsell.ts';
import { holdNetwork } from '../support/offers-network.ts';

describe('an element whose service had nothing to offer', () => {
  const network = { ...holdNetwork() };
  network.restore();
  const element = document.createElement('rokt-upsell');

  beforeEach(() => Object.assign(network, holdNetwork()));
  afterEach(() => {
    element.remove();
    network.restore();
  });

  it('selects anew for other attributes, which may bring some, and not for equal ones', async () => {
    Object.assign(element, { accountId: '222', offersUrl: '/shop', placementAttributes: { productIds: '' } });
    const empty = reached(element, 'placements-empty');
    document.body.append(element);
    (await network.request(1)).answer();
    await empty;
    element.placementAttributes = { productIds: '' };
    await element.updateComplete;
    const ready = reached(element, 'placements-ready');
    element.placementAttributes = { productIds: 'laptop' };
    const { body, answer } = await network.request(2);
    expect(body.attributes).to.deep.equal({ productIds: 'laptop' });
    answer([buildOffer({}, { catalogItemId: 'care', linkedProductId: 'laptop' })]);
    await ready;
    expect([element.phase, network.asked.length]).to.deep.equal(['ready', 2]);
  });
});

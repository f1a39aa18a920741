import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/define.ts';
import type { ReserveAnswer } from '../../src/contract/wire.ts';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import { createOffersLauncher } from '../../src/offers/index.ts';
import { outcomeOf } from '../support/record-facts.ts';
import { reached } from '../support/mount-upsell.ts';

const account = '222';

describe('offers of an upsell service', () => {
  let url = '';

  before(async () => {
    url = await executeServerCommand<string, string>('upsell-service', location.origin);
  });

  const mount = async (more: object = {}) => {
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    const element: RoktUpsellElement = document.createElement('rokt-upsell');
    Object.assign(element, { accountId: account, offersUrl: url, identifier: 'checkout.upsell', ...more });
    const ready = reached(element, 'placements-ready');
    parent.append(element);
    return { element, ready: await ready };
  };

  it('are drawn at its base URL, with ids that the partner’s server can reserve', async () => {
    const { element } = await mount();
    const fee = element.cartItems.find(({ catalogItemId }) => catalogItemId === 'facility-fee');
    const { cartItemId, quantity, totalPrice } = fee!;
    const { status, body } = await executeServerCommand<{ status: number; body: ReserveAnswer }, object>(
      'upsell-partner',
      { path: '/v1/cart/reserve', body: { cartId: 'browser', items: [{ cartItemId, quantity }] } },
    );
    const [item] = body.items;
    expect([status, item?.success && item.totalPrice]).to.deep.equal([200, totalPrice]);
  });

  it('belong to the session of the page', async () => {
    const sessionId = 'ca75f48-ebbd-4d8e-83c3-fdd70893294d';
    const { element, ready } = await mount({ sessionId });
    expect([await element.getSessionId(), ready.detail.servedBy]).to.deep.equal([sessionId, 'offers']);
  });

  it('open with the quantities of the page’s cart, under new ids', async () => {
    const cartItems = [{ cartItemId: 'of-yesterday', catalogItemId: 'parking-a', quantity: 2 }];
    const { element } = await mount({ placementAttributes: { cartItems, total: 12.5, coupon: null } });
    const parking = element.cartItems.find(({ catalogItemId }) => catalogItemId === 'parking-a');
    expect([parking?.quantity, parking?.cartItemId === 'of-yesterday']).to.deep.equal([2, false]);
  });

  it('are unavailable, with the reason, for an account that does not allow the page', async () => {
    const launcher = await createOffersLauncher({ offersUrl: `${url}/`, accountId: 'of-nobody' });
    const selection = await launcher.selectPlacements({ attributes: {} });
    expect(await outcomeOf(selection.getPlacements())).to.equal('offers-unavailable');
    const message = await selection.getPlacements().then(String, String);
    expect(message).to.contain('HTTP 403').and.to.contain('the account does not allow this origin');
  });

  it('are all that a page can ask for: a partner’s call does not get past the browser', async () => {
    const call = fetch(`${url}/v1/placements/any`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'rokt-api-key': 'skeletonkey' },
      body: '{"cartId":"1"}',
    });
    expect(await call.then(String, (error: unknown) => (error as Error).name)).to.equal('TypeError');
  });
});

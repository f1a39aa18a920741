import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/define.ts';
import type { ReserveAnswer } from '../../src/contract/wire.ts';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import type { CartItemUpdate } from '../../src/model/index.ts';
import { createOffersLauncher } from '../../src/offers/index.ts';
import { reached } from '../support/mount-upsell.ts';

const account = '222';

describe('offers of an upsell service', () => {
  let url = '';

  before(async () => {
    url = await executeServerCommand<string, string>('upsell-service', location.origin);
  });

  const heldItems = [{ cartItemId: 'of-yesterday', catalogItemId: 'parking-a', quantity: 2 }];
  const mount = async (more: object = {}) => {
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    const element: RoktUpsellElement = document.createElement('rokt-upsell');
    Object.assign(element, { accountId: account, offersUrl: url, identifier: 'checkout.upsell', heldItems });
    Object.assign(element, more);
    const ready = reached(element, 'placements-ready');
    parent.append(element);
    return { element, ready: await ready };
  };

  it('are drawn at its base URL, with ids that the partner’s server can reserve', async () => {
    const { element } = await mount();
    const { cartItemId, quantity, totalPrice } = element.cartItems[0]!;
    const { status, body } = await executeServerCommand<{ status: number; body: ReserveAnswer }, object>(
      'upsell-partner',
      { path: '/v1/cart/reserve', body: { cartId: 'browser', items: [{ cartItemId, quantity }] } },
    );
    const [item] = body.items;
    expect([status, item?.success && item.totalPrice]).to.deep.equal([200, totalPrice]);
  });

  it('are drawn whatever an attribute is: the service says what it has ignored', async () => {
    const attributes = { half: '\ud83d', long: 'x'.repeat(10_000), ['n'.repeat(200)]: 'x', nul: '\u0000' };
    const { element } = await mount({ placementAttributes: attributes });
    expect(element.cartItems.map(({ catalogItemId }) => catalogItemId)).to.include('parking-a');
  });

  it('belong to the session of the page', async () => {
    const sessionId = 'ca75f48-ebbd-4d8e-83c3-fdd70893294d';
    const { element, ready } = await mount({ sessionId });
    expect([await element.getSessionId(), ready.detail.servedBy]).to.deep.equal([sessionId, 'offers']);
  });

  it('open with what the page’s cart holds, under new ids, whatever its attributes are', async () => {
    const mountNode = await fixture<HTMLElement>(html`<div></div>`);
    const launcher = await createOffersLauncher({ offersUrl: url, accountId: account, target: mountNode });
    const attributes = { cartItems: [{ sku: 'mine' }], total: 12.5, coupon: null };
    const selection = await launcher.selectPlacements({ attributes, heldItems });
    const told: CartItemUpdate[] = [];
    selection.on('V2_CART_ITEM_UPDATED').subscribe((event) => {
      told.push((event as { body: CartItemUpdate }).body);
    });
    await selection.ready();
    const parking = told.find(({ cartItem }) => cartItem?.catalogItemId === 'parking-a');
    expect(parking).to.deep.include({ oldCartItem: null, origin: 'selection' });
    expect(parking!.cartItem!.quantity).to.equal(2);
    expect(parking!.cartItem!.cartItemId).to.match(/^[0-9a-f-]{36}$/);
  });

  it('are unavailable for an account that does not allow the page: the browser keeps the refusal from it', async () => {
    const launcher = await createOffersLauncher({ offersUrl: `${url}/?key=secret`, accountId: 'of-nobody' });
    const selection = await launcher.selectPlacements({ attributes: {} });
    const error = await selection.getPlacements().then(
      () => undefined,
      (thrown: unknown) => thrown as Error,
    );
    expect(error!.message).to.equal(
      `offers-unavailable: ${url}/v1/selections: no answer that this page may read`,
    );
    expect(error!.cause).to.be.instanceOf(TypeError);
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

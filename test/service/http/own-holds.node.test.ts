import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { hold, HOLD_OVER, OTHER_CART, reserve } from './outcomes/steps.ts';
import { openShop, otherPartner, type Shop } from './shop.ts';
import { listedCatalogue, shopCatalogue } from './shop-catalogue.ts';

/** A shop with parking alone, two of it. */
async function openParking(t: TestContext): Promise<Shop> {
  const [first, second] = listedCatalogue.placements[0]!.offers;
  return openShop(t, {
    catalogue: {
      accountId: '222',
      products: [{ sku: 'parking-a', currency: 'USD', unitPrice: 35.1, stock: 2, maximum: 2 }],
      placements: [{ placementId: 'p', offers: [first!, second!] }],
    },
  });
}

/** What a page is told of the parking, which holds what it names. */
async function statusFor(shop: Shop, cartItemIds: readonly string[], headers = {}) {
  const heldItems = cartItemIds.map((cartItemId) => ({
    cartItemId,
    catalogItemId: 'parking-a',
    quantity: 2,
  }));
  const { placements } = await shop.select({ heldItems }, headers);
  return placements[0]?.offers[0]?.inventoryStatus;
}

async function any(shop: Shop, cartId: string, headers = {}) {
  return (await shop.call('/v1/placements/any', { cartId }, headers)).body.result;
}

describe('what an asker holds of the last ones', () => {
  it('is not sold out to the page that names it, and to no other', async (t) => {
    const shop = await openParking(t);
    const held = await hold(shop);
    assert.equal(await statusFor(shop, [held.cartItemId]), 'InStock');
    assert.equal(await statusFor(shop, []), 'OutOfStock');
    assert.equal(await statusFor(shop, ['of-somebody-else']), 'OutOfStock');
  });

  it('is not sold out to the server that names the cart, and to no other', async (t) => {
    const shop = await openParking(t);
    await hold(shop, 'parking-a', 2, OTHER_CART);
    assert.equal(await any(shop, OTHER_CART), true);
    assert.equal(await any(shop, 'cart-3'), false);
  });

  it('counts no more once it is over in another’s hand', async (t) => {
    const shop = await openParking(t);
    const held = await hold(shop);
    shop.pass(HOLD_OVER);
    await hold(shop, 'parking-a', 2, OTHER_CART);
    assert.equal(await statusFor(shop, [held.cartItemId]), 'OutOfStock');
  });

  it('is reserved again by the page after a reload, in another language too', async (t) => {
    const shop = await openParking(t);
    const english = await shop.select({}, { 'accept-language': 'en' });
    const first = english.placements[0]!.offers[0]!.cartItem;
    assert.ok((await reserve(shop, first.cartItemId, 2)).success);
    const heldItems = [{ cartItemId: first.cartItemId, catalogItemId: 'parking-a', quantity: 2 }];
    const german = await shop.select({ heldItems }, { 'accept-language': 'de' });
    const [offer, ...others] = german.placements[0]!.offers;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [offer?.cartItem.name, offer?.cartItem.unitPrice, offer?.inventoryStatus, offer?.openingQuantity],
      ['Stellplatz', 35.1, 'InStock', 2],
    );
    const again = await reserve(shop, offer!.cartItem.cartItemId, 2);
    assert.ok(again.success, JSON.stringify(again));
    assert.equal(await shop.available('parking-a'), 0);
  });

  it('of another account is nothing to it', async (t) => {
    const shop = await openParking(t);
    await shop.sell({ ...shopCatalogue, accountId: '333' });
    const theirs = await shop.offered('parking-a', { accountId: '333' });
    const body = { cartId: OTHER_CART, items: [{ cartItemId: theirs, quantity: 2 }] };
    await shop.call('/v1/cart/reserve', body, otherPartner);
    await hold(shop);
    assert.equal(await statusFor(shop, [theirs]), 'OutOfStock');
    assert.equal(await any(shop, OTHER_CART), false);
  });

  it('keeps a mandatory charge in sight', async (t) => {
    const fee = { sku: 'fee', currency: 'USD', unitPrice: 4.5, stock: 1 };
    const offer = {
      sku: 'fee',
      cartItem: { name: 'Fee' },
      minimum: 1,
      maximum: 1,
      required: { reason: 'r' },
    };
    const placements = [{ placementId: 'p', offers: [offer] }];
    const shop = await openShop(t, { catalogue: { accountId: '222', products: [fee], placements } });
    const held = await hold(shop, 'fee', 1);
    assert.equal(await any(shop, 'cart-3'), false);
    const heldItems = [{ cartItemId: held.cartItemId, catalogItemId: 'fee', quantity: 1 }];
    assert.equal((await shop.select({ heldItems })).placements.length, 1);
    assert.equal((await shop.select()).placements.length, 0);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SelectionAnswer as SelectionSchema } from '../../../src/contract/index.ts';
import { BODY_LIMIT } from '../../../src/service/http/limits.ts';
import { compile } from '../../contract/compile.ts';
import { openShop, ORIGIN, type Shop } from './shop.ts';
import { shopCatalogue } from './shop-catalogue.ts';

const faultsOf = compile(SelectionSchema);
const parking = { cartItemId: 'of-yesterday', catalogItemId: 'parking-a', quantity: 2 };
const tea = (index: number) => ({ cartItemId: `t${index}`, catalogItemId: `tea-${index}`, quantity: 1 });

/** The opening quantities of a selection, by product. */
async function openings(shop: Shop, heldItems: unknown, body: object = {}) {
  const selected = await shop.select({ heldItems, ...body });
  assert.deepEqual(faultsOf(selected), []);
  return Object.fromEntries(
    selected.placements
      .flatMap(({ offers }) => offers)
      .map(({ cartItem, openingQuantity }) => [
        [cartItem.catalogItemId, cartItem.linkedProductId].join(' ').trim(),
        openingQuantity,
      ]),
  );
}

const NOTHING = { 'parking-a': undefined, 'ticket-protection': undefined, 'facility-fee': undefined };

describe('held items', () => {
  it('are the opening quantity of the offer of their product, and of no other', async (t) => {
    const shop = await openShop(t);
    assert.deepEqual(await openings(shop, undefined), NOTHING);
    assert.deepEqual(await openings(shop, [parking]), { ...NOTHING, 'parking-a': 2 });
    assert.deepEqual(await openings(shop, [{ ...parking, catalogItemId: 'shuttle' }]), NOTHING);
  });

  it('leave the offer no field when there are none of it', async (t) => {
    const shop = await openShop(t);
    const { placements } = await shop.select({ heldItems: [{ ...parking, quantity: 0 }] });
    assert.ok(placements[0]!.offers.every((offer) => !Object.hasOwn(offer, 'openingQuantity')));
  });

  it('open at what the offer allows, several of one product together', async (t) => {
    const shop = await openShop(t);
    const held = (quantity: number, cartItemId = 'a') => ({ ...parking, cartItemId, quantity });
    assert.equal((await openings(shop, [held(99)]))['parking-a'], 4);
    assert.equal((await openings(shop, [held(Number.MAX_SAFE_INTEGER)]))['parking-a'], 4);
    assert.equal((await openings(shop, [held(1), held(2, 'b')]))['parking-a'], 3);
    const fee = { cartItemId: 'f', catalogItemId: 'facility-fee', quantity: 7 };
    assert.equal((await openings(shop, [fee]))['facility-fee'], 1);
  });

  it('open a mandatory charge at its minimum, where fewer are held', async (t) => {
    const catalogue = structuredClone(shopCatalogue);
    Object.assign(catalogue.placements[0]!.offers[2]!, { minimum: 2, maximum: 3 });
    const shop = await openShop(t, { catalogue });
    const fee = { cartItemId: 'f', catalogItemId: 'facility-fee', quantity: 1 };
    assert.equal((await openings(shop, [fee]))['facility-fee'], 2);
    assert.equal((await openings(shop, [{ ...fee, quantity: 0 }]))['facility-fee'], undefined);
  });

  it('are told apart by the product that they are linked to, and ids of numbers are text', async (t) => {
    const [first] = shopCatalogue.placements;
    const [offer, ...others] = first!.offers;
    const offers = [{ ...offer!, sku: '7', linkedTo: { skus: ['42', 'laptop'] } }, ...others];
    const shop = await openShop(t, { catalogue: { ...shopCatalogue, placements: [{ ...first!, offers }] } });
    const attributes = { productIds: '42,laptop' };
    const care = { cartItemId: 1, catalogItemId: 7, quantity: 3 };
    const held = [
      { ...care, linkedProductId: 42 },
      { ...care, quantity: 4 },
    ];
    assert.deepEqual(await openings(shop, held, { attributes }), {
      '7 42': 3,
      '7 laptop': undefined,
      'ticket-protection': undefined,
      'facility-fee': undefined,
    });
    const unlinked = { cartItemId: 'p', catalogItemId: 'ticket-protection', quantity: 1 };
    for (const linkedProductId of [null, ''])
      assert.equal((await openings(shop, [{ ...unlinked, linkedProductId }]))['ticket-protection'], 1);
  });

  it('count up to the two hundredth, and more cost nobody the offers', async (t) => {
    const shop = await openShop(t);
    const teas = Array.from({ length: 300 }, (_, index) => tea(index));
    const at = (index: number) => teas.map((one, i) => (i === index ? parking : one));
    assert.equal((await openings(shop, at(199)))['parking-a'], 2);
    assert.equal((await openings(shop, at(200)))['parking-a'], undefined);
  });

  for (const [name, heldItems] of [
    ['no list', 'parking-a'],
    ['null', null],
    ['an object', { 0: parking, length: 1 }],
    [
      'entries that are none',
      [
        null,
        7,
        'text',
        [],
        {},
        { quantity: 2 },
        { ...parking, cartItemId: undefined },
        { ...parking, catalogItemId: '' },
      ],
    ],
    [
      'quantities that are none',
      [-1, 1.5, '2', null, 2 ** 53, undefined].map((quantity) => ({ ...parking, quantity })),
    ],
    [
      'ids that are none',
      [{}, [], true, null].map((id) => ({ ...parking, catalogItemId: id, cartItemId: id })),
    ],
    ['a link that is none', [{ ...parking, linkedProductId: { id: 1 } }]],
    ['an endless id', [{ ...parking, catalogItemId: 'x'.repeat(9_000) }]],
    [
      'names of every object',
      [
        { ...parking, catalogItemId: '__proto__' },
        { ...parking, catalogItemId: 'constructor' },
      ],
    ],
  ] as const)
    it(`of ${name} are passed over`, async (t) => {
      const shop = await openShop(t);
      assert.deepEqual(await openings(shop, heldItems), NOTHING);
      if (Array.isArray(heldItems))
        assert.deepEqual(await openings(shop, [...(heldItems as unknown[]), parking]), {
          ...NOTHING,
          'parking-a': 2,
        });
    });

  it('with half a character or a NUL in them, like any attribute, cost nobody the offers', async (t) => {
    const shop = await openShop(t);
    const odd = { ...parking, catalogItemId: '\ud83d' };
    const attributes = { name: '\u0000', face: '\u{1f600}', path: 'C:\\u0000' };
    assert.deepEqual(await openings(shop, [odd, parking], { attributes }), { ...NOTHING, 'parking-a': 2 });
  });

  it('with the quantity 1e309 cost nobody the offers', async (t) => {
    const { send } = await openShop(t);
    const body = `{"accountId":"222","heldItems":[{"cartItemId":"a","catalogItemId":"parking-a","quantity":1e309}]}`;
    assert.equal((await send('/v1/selections', body, { origin: ORIGIN })).status, 200);
  });

  it('change neither price, stock nor ids, whoever’s they are', async (t) => {
    const shop = await openShop(t);
    await shop.sell({ ...shopCatalogue, accountId: '333' });
    const theirs = await shop.offered('parking-a', { accountId: '333' });
    const heldItems = [{ ...parking, cartItemId: theirs, unitPrice: 0.01, currency: 'XXX' }];
    const { placements } = await shop.select({ heldItems });
    const { cartItem, openingQuantity, maximum } = placements[0]!.offers[0]!;
    assert.notEqual(cartItem.cartItemId, theirs);
    assert.deepEqual([cartItem.unitPrice, cartItem.currency, openingQuantity, maximum], [35.1, 'USD', 2, 4]);
    assert.equal(await shop.available('parking-a'), 5);
  });

  it('of what is sold out stay, and the offer is sold out all the same', async (t) => {
    const catalogue = structuredClone(shopCatalogue);
    catalogue.placements[0]!.offers[0]!.stock = 0;
    const shop = await openShop(t, { catalogue });
    const { placements } = await shop.select({ heldItems: [parking] });
    const { inventoryStatus, openingQuantity } = placements[0]!.offers[0]!;
    assert.deepEqual([inventoryStatus, openingQuantity], ['OutOfStock', 2]);
  });

  it('are not read from the attributes, where `cartItems` is like any other', async (t) => {
    const shop = await openShop(t);
    const attributes = { cartItems: JSON.stringify([parking]), heldItems: JSON.stringify([parking]) };
    assert.deepEqual(await openings(shop, undefined, { attributes }), NOTHING);
  });

  it('keep to the size of a body', async (t) => {
    const { send } = await openShop(t);
    const heldItems = [{ ...parking, note: 'x'.repeat(BODY_LIMIT) }];
    const { status } = await send('/v1/selections', { accountId: '222', heldItems }, { origin: ORIGIN });
    assert.equal(status, 413);
  });
});

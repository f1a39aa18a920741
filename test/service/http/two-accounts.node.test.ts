import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { ENDPOINTS, type OperationId } from '../../../src/contract/index.ts';
import { accountRows, type AccountRows } from '../../../src/service/store/account-rows.ts';
import { buy, CART, hold, ORDER } from './outcomes/steps.ts';
import { openShop, ORIGIN, otherPartner, type Response, type Shop } from './shop.ts';
import { shopCatalogue } from './shop-catalogue.ts';

/** A shop in which the account 222 has a hold, a sale, an unsold impression and an answered key; 333 sells the same. */
async function openBoth(t: TestContext) {
  const shop = await openShop(t);
  await shop.sell({ ...shopCatalogue, accountId: '333' });
  const bought = await buy(shop, 1);
  const held = await hold(shop, 'parking-a', 1);
  const shown = await shop.offered('ticket-protection');
  const key = { 'idempotency-key': 'k' };
  await shop.call('/v1/placements/any', { cartId: CART }, key);
  return { shop, held, bought, shown };
}

type Both = Awaited<ReturnType<typeof openBoth>>;

/** Ids that there are nowhere. */
const NOWHERE = '0199f3a4-0000-7000-8000-000000000000';
const UNKNOWN = { cartItemId: NOWHERE, itemReservationId: `rokt_item_reservation_id.${NOWHERE}` };

/** What a stranger asks of each operation with the ids of another's item, and of none. */
const ASKED: Readonly<Record<OperationId, (item: typeof UNKNOWN) => object>> = {
  'placements.any': ({ cartItemId }) => ({ cartId: CART, attributes: { cartItemId } }),
  'cart.reserve': ({ cartItemId }) => ({ cartId: CART, items: [{ cartItemId, quantity: 1 }] }),
  'cart.confirm': (item) => ({ cartId: CART, orderId: ORDER, items: [item] }),
  'cart.release': (item) => ({ cartId: CART, items: [item] }),
  'confirmation.cancel': ({ itemReservationId }) => ({ itemReservationId }),
  selections: (item) => ({
    accountId: '333',
    sessionId: 's',
    heldItems: [{ ...item, catalogItemId: 'none', quantity: 1 }],
  }),
};

/** More that confirm can be asked: by quantity, and for an item of one's own. */
const MORE: Readonly<Record<string, [OperationId, (item: typeof UNKNOWN) => object]>> = {
  'confirm by quantity': [
    'cart.confirm',
    ({ cartItemId }) => ({ cartId: CART, orderId: ORDER, items: [{ cartItemId, quantity: 1 }] }),
  ],
  'confirm with terms': [
    'cart.confirm',
    (item) => ({
      cartId: CART,
      orderId: ORDER,
      items: [{ ...item, quantity: 1, unitPrice: 35.1, totalPrice: 35.1, currency: 'USD' }],
    }),
  ],
};

const rows: readonly (readonly [name: string, id: OperationId, ask: (item: typeof UNKNOWN) => object])[] = [
  ...Object.values(ENDPOINTS).map(
    ({ operationId }) => [operationId, operationId, ASKED[operationId]] as const,
  ),
  ...Object.entries(MORE).map(([name, [id, ask]]) => [name, id, ask] as const),
];

function askAsOther(shop: Shop, id: OperationId, body: object): Promise<Response> {
  const { path } = ENDPOINTS[id];
  return id === 'selections'
    ? shop.send(path, body, { origin: ORIGIN })
    : shop.call(path, body, otherPartner);
}

/** An answer without the ids that were asked for, those that are made anew, and the time. */
function withoutIds({ status, text, headers }: Response, item: typeof UNKNOWN) {
  const ids = [item.itemReservationId, item.cartItemId];
  const bare = ids.reduce((left, id) => left.replaceAll(id, 'ID'), text);
  return {
    status,
    text: bare.replace(/[\da-f]{8}-[\da-f-]{27}/g, 'ID'),
    headers: [...headers].filter(([name]) => !/^(date|content-length|x-request-id)$/.test(name)),
    length: headers.get('content-length'),
  };
}

function rowsOf(shop: Shop, accountId: string): Promise<AccountRows> {
  return shop.store.transaction((tx) => accountRows(tx, accountId));
}

/** The things of the other account, by what has become of each. */
const things = ({ held, bought, shown }: Both) => ({
  'a hold': held,
  'a sale': bought,
  'an impression': { ...UNKNOWN, cartItemId: shown },
});

for (const [name, id, ask] of rows)
  describe(`another account's, in ${name},`, () => {
    it('is answered like what there is not, and neither seen nor changed', async (t) => {
      const both = await openBoth(t);
      const { shop } = both;
      const before = await rowsOf(shop, '222');
      const unknown = withoutIds(await askAsOther(shop, id, ask(UNKNOWN)), UNKNOWN);
      for (const [thing, { cartItemId, itemReservationId }] of Object.entries(things(both))) {
        const item = { cartItemId, itemReservationId };
        const answer = await askAsOther(shop, id, ask(item));
        assert.deepEqual(withoutIds(answer, item), unknown, thing);
      }
      assert.deepEqual(await rowsOf(shop, '222'), before);
    });
  });

describe('another account', () => {
  it('has its own idempotency keys: a key that the other has used is a new one', async (t) => {
    const { shop } = await openBoth(t);
    const headers = { ...otherPartner, 'idempotency-key': 'k' };
    const { status } = await shop.call('/v1/placements/any', { cartId: 'another body' }, headers);
    assert.equal(status, 200);
  });

  it('is let in with no key but its own', async (t) => {
    const { shop } = await openBoth(t);
    for (const { operationId, path } of Object.values(ENDPOINTS)) {
      if (operationId === 'selections') continue;
      for (const [key, tag, status] of [
        ['otherkey', '253_439d21r21r21321', 403],
        ['skeletonkey', '333_tag', 403],
        ['wrong', '333_tag', 401],
      ] as const) {
        const headers = { 'rokt-api-key': key, 'rokt-tag-id': tag };
        assert.equal((await shop.call(path, ASKED[operationId](UNKNOWN), headers)).status, status, path);
      }
    }
  });

  it('sells its own stock: what the other holds is not missing', async (t) => {
    const { shop } = await openBoth(t);
    const cartItemId = await shop.offered('parking-a', { accountId: '333' });
    const items = [{ cartItemId, quantity: 4 }];
    const { body } = await shop.call('/v1/cart/reserve', { cartId: CART, items }, otherPartner);
    assert.equal(body.items[0]?.success, true);
    assert.equal(await shop.available('parking-a'), 3);
  });

  it('is a difference that the comparison sees: an own hold answers otherwise than none', async (t) => {
    const { shop, held } = await openBoth(t);
    for (const id of ['cart.release', 'confirmation.cancel'] as const) {
      const own = await shop.call(ENDPOINTS[id].path, ASKED[id](held));
      const none = await shop.call(ENDPOINTS[id].path, ASKED[id](UNKNOWN));
      assert.notDeepEqual(withoutIds(own, held).text, withoutIds(none, UNKNOWN).text);
    }
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SelectionAnswer as SelectionSchema } from '../../../src/contract/index.ts';
import type { SelectionAnswer } from '../../../src/contract/wire.ts';
import { addOrigin } from '../../../src/service/store/accounts.ts';
import { compile } from '../../contract/compile.ts';
import { openShop, ORIGIN, SESSION } from './shop.ts';
import { shopCatalogue } from './shop-catalogue.ts';

const faultsOf = compile(SelectionSchema);
/** Of version 4, and of version 7, which are in the order of their making. */
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a selection', () => {
  it('holds the offers of the catalogue, each under an id of its own that is kept first, in their order', async (t) => {
    const shop = await openShop(t);
    const selected = await shop.select({ sessionId: SESSION });
    assert.deepEqual(faultsOf(selected), []);
    const offers = selected.placements.flatMap((placement) => placement.offers);
    const ids = offers.map(({ cartItem }) => cartItem.cartItemId);
    assert.ok(ids.every((id) => GUID.test(id)) && new Set(ids).size === 3);
    assert.deepEqual(ids.toSorted(), ids);
    const sql = 'SELECT cart_item_id, sku, unit_price, currency, session_id FROM offered_item ORDER BY sku';
    const rows = await shop.store.transaction((tx) => tx.all<Record<string, unknown>>(sql));
    assert.deepEqual(
      rows.map((row) => Object.values(row)),
      [
        [ids[2], 'facility-fee', 450, 'USD', SESSION],
        [ids[0], 'parking-a', 3510, 'USD', SESSION],
        [ids[1], 'ticket-protection', 1890, 'USD', SESSION],
      ],
    );
  });

  it('says what the catalogue says of an offer, and nothing of its stock or provider', async (t) => {
    const shop = await openShop(t);
    const { placements } = await shop.select();
    const { cartItemId, ...cartItem } = placements[0]!.offers[0]!.cartItem;
    assert.ok(cartItemId);
    assert.deepEqual(
      [placements[0]!.placementId, placements[0]!.title, { ...placements[0]!.offers[0], cartItem }],
      [
        'checkout-upsell',
        'Make it a better night',
        {
          cartItem: {
            catalogItemId: 'parking-a',
            name: 'Garage parking',
            unitPrice: 35.1,
            currency: 'USD',
            providerData: '{"lot":"A"}',
          },
          minimum: 0,
          maximum: 4,
          inventoryStatus: 'InStock',
        },
      ],
    );
  });

  it('gives a reason for what is charged without being chosen, and none for what is optional', async (t) => {
    const shop = await openShop(t);
    const catalogue = structuredClone(shopCatalogue);
    const [parking] = catalogue.placements[0]!.offers;
    Object.assign(parking!, { stock: 0, required: { reason: 'Nobody has to park.' } });
    await shop.sell(catalogue);
    const selected = await shop.select();
    assert.deepEqual(faultsOf(selected), []);
    const offers = selected.placements.flatMap((placement) => placement.offers);
    assert.deepEqual(
      offers.map(({ minimum, required, inventoryStatus }) => [minimum, required?.reason, inventoryStatus]),
      [
        [0, undefined, 'OutOfStock'],
        [0, undefined, 'InStock'],
        [1, 'The venue charges this fee on every order.', 'InStock'],
      ],
    );
  });

  it('tells what is sold out, and leaves a mandatory charge out that cannot be charged', async (t) => {
    const catalogue = structuredClone(shopCatalogue);
    for (const offer of catalogue.placements[0]!.offers) offer.stock = 0;
    const shop = await openShop(t, { catalogue });
    const { placements } = await shop.select();
    assert.deepEqual(
      placements[0]!.offers.map(({ cartItem, inventoryStatus }) => [cartItem.catalogItemId, inventoryStatus]),
      [
        ['parking-a', 'OutOfStock'],
        ['ticket-protection', 'OutOfStock'],
      ],
    );
  });

  it('begins a session where the page has none, and says so in its header, too', async (t) => {
    const { send } = await openShop(t);
    const { body, headers } = await send('/v1/selections', { accountId: '222' }, { origin: ORIGIN });
    const { sessionId } = body as SelectionAnswer;
    assert.match(sessionId, GUID);
    assert.equal(headers.get('rokt-session-id'), sessionId);
  });

  it('is refused a session that no header could carry', async (t) => {
    const { send } = await openShop(t);
    const asked = { accountId: '222', sessionId: 'Ā' };
    const { status, text } = await send('/v1/selections', asked, { origin: ORIGIN });
    assert.equal(status, 400);
    assert.match(text, /"path":"\/sessionId"/);
  });

  it('is answered 60 times a minute to one address, then 429 with Retry-After', async (t) => {
    const { send } = await openShop(t, { rateLimits: {} });
    const ask = () => send('/v1/selections', { accountId: '222' }, { origin: ORIGIN });
    for (let i = 0; i < 60; i++) assert.equal((await ask()).status, 200);
    const { status, headers } = await ask();
    assert.equal(status, 429);
    assert.ok(Number(headers.get('retry-after')) > 0);
  });
});

describe('the origin of a page', () => {
  it('has to be one of the account’s own, to the letter', async (t) => {
    const { send } = await openShop(t);
    for (const origin of [
      'https://shop.example.evil',
      'http://shop.example',
      'https://SHOP.example',
      'null',
      '',
    ])
      assert.equal((await send('/v1/selections', { accountId: '222' }, { origin })).status, 403, origin);
    assert.equal((await send('/v1/selections', { accountId: '444' }, { origin: ORIGIN })).status, 403);
  });

  it('is named in no refusal of its account: a page of another one learns what a stranger does', async (t) => {
    const { send, store, forgetAccounts } = await openShop(t);
    const others = 'https://other.example';
    await store.transaction((tx) => addOrigin(tx, '333', others));
    forgetAccounts();
    for (const [accountId, origin] of [
      ['222', others],
      ['444', ORIGIN],
      ['222', 'https://stranger.example'],
    ] as const) {
      const { status, headers } = await send('/v1/selections', { accountId }, { origin });
      assert.equal(status, 403);
      assert.deepEqual([headers.get('access-control-allow-origin'), headers.get('vary')], [null, 'Origin']);
    }
  });

  it('is named in the answer, other errors too, and in that of a preflight', async (t) => {
    const { url, send } = await openShop(t);
    for (const asked of [{ accountId: '222' }, { accountId: 222 }]) {
      const { headers } = await send('/v1/selections', asked, { origin: ORIGIN });
      assert.deepEqual([headers.get('access-control-allow-origin'), headers.get('vary')], [ORIGIN, 'Origin']);
    }
    const asked = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    const preflight = await fetch(`${url}/v1/selections`, {
      method: 'OPTIONS',
      headers: { origin: ORIGIN, ...asked },
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-origin'), ORIGIN);
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /content-type/);
  });

  it('is allowed nothing on the partner’s calls', async (t) => {
    const { url } = await openShop(t);
    const preflight = (path: string) =>
      fetch(url + path, {
        method: 'OPTIONS',
        headers: { origin: ORIGIN, 'access-control-request-method': 'POST' },
      });
    for (const path of ['/v1/cart/reserve', '/v1/placements/any']) {
      const answer = await preflight(path);
      assert.equal(answer.status, 405);
      assert.equal(answer.headers.get('access-control-allow-origin'), null);
    }
  });
});

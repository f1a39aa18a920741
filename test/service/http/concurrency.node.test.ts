import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { it } from 'node:test';
import type { ErrorBody, ReserveAnswer } from '../../../src/contract/wire.ts';
import { makeDatabase } from '../support/database.ts';
import { openShop, SESSION } from './shop.ts';
import { shopCatalogue } from './shop-catalogue.ts';

const CARTS = 400;
const STOCK = 50;

it('sells 50 of 50 to 400 carts that reserve at once', async (t) => {
  const database = await makeDatabase();
  t.after(() => database.remove());
  const catalogue = structuredClone(shopCatalogue);
  catalogue.placements[0]!.offers[0]!.stock = STOCK;
  const shop = await openShop(t, { catalogue, database });
  const ids = [];
  for (let i = 0; i < CARTS; i++) ids.push(await shop.offered('parking-a'));
  const agent = new Agent({ keepAlive: true, maxSockets: CARTS, maxFreeSockets: CARTS });
  t.after(() => agent.destroy());

  // Every connection is there first: they are accepted one by one.
  await Promise.all(ids.map(() => ask(agent, `${shop.url}/healthz`)));

  const answers = await Promise.all(
    ids.map((cartItemId, cart) =>
      post(agent, `${shop.url}/v1/cart/reserve`, {
        cartId: `cart-${cart}`,
        items: [{ cartItemId, quantity: 1 }],
      }),
    ),
  );

  const items = answers.flatMap((answer) => answer.items);
  const sold = items.filter(({ success }) => success);
  const refused = items.filter((item) => !item.success && item.error.code === 'out-of-stock');
  const { peak } = shop.app.inFlight;
  t.diagnostic(`${sold.length} of ${STOCK} sold to ${CARTS} carts, ${peak} requests in flight at most`);
  assert.deepEqual([sold.length, refused.length], [STOCK, CARTS - STOCK]);
  assert.equal(await shop.available('parking-a'), 0);
  assert.ok(peak >= 100, `expected at least 100 requests in flight, got ${peak}`);
});

it('sells two lines of one product in one call as far as the stock goes', async (t) => {
  const shop = await openShop(t);
  const items = [
    { cartItemId: await shop.offered('parking-a'), quantity: 3 },
    { cartItemId: await shop.offered('parking-a'), quantity: 3 },
  ];
  const { body } = await shop.call('/v1/cart/reserve', { cartId: 'cart', items });
  assert.deepEqual(
    body.items.map(({ cartItemId, success }) => [cartItemId, success]),
    [
      [items[0]!.cartItemId, true],
      [items[1]!.cartItemId, false],
    ],
  );
  assert.equal(await shop.available('parking-a'), 2);
});

async function post(agent: Agent, url: string, body: unknown): Promise<ReserveAnswer> {
  const headers = {
    'content-type': 'application/json',
    'rokt-api-key': 'skeletonkey',
    'rokt-tag-id': '253_439d21r21r21321',
    'rokt-session-id': SESSION,
  };
  for (;;) {
    const text = await ask(agent, url, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = JSON.parse(text) as ReserveAnswer | ErrorBody;
    if ('items' in answer) return answer;
    // Asked for again, as clients do, where there is too much to do.
    assert.equal(answer.errors[0]?.code, 'unavailable');
  }
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function ask(agent: Agent, url: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

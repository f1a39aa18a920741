import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { it } from 'node:test';
import fc from 'fast-check';
import { ENDPOINTS, ErrorBody } from '../../../src/contract/index.ts';
import { compile } from '../../contract/compile.ts';
import { openShop, ORIGIN } from './shop.ts';

/** How many requests: the first argument. `npm run test:long` gives more. */
const CASES = Number(process.argv[2] ?? 300);

const faultsOf = compile(ErrorBody);
const endpoints = Object.values(ENDPOINTS);
const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });

/** Values that a field may have, right ones among them: a request that is wrong in one place gets the furthest. */
const id = fc.oneof(
  fc.constantFrom('1580265846172', '222', 'rokt_item_reservation_id.0199f3a4-0000-7000-8000-000000000000'),
  text,
  fc.constantFrom('\u0000', '\ud800', 'constructor', "'; DROP TABLE hold; --", 'x'.repeat(257)),
);
const quantity = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom('15', '015', '1e3', '', null, 2 ** 53, -0),
);
const price = fc.oneof(fc.double(), fc.constantFrom(35.1, 1e308, 1e-320, -1, '35.10'));
const item = fc.record(
  {
    cartItemId: id,
    itemReservationId: id,
    quantity,
    unitPrice: price,
    totalPrice: price,
    currency: fc.oneof(text, fc.constantFrom('USD', 'JPY', 'usd', 'XXX')),
  },
  { requiredKeys: ['cartItemId'] },
);
const attributes = fc.oneof(
  fc.dictionary(
    fc.oneof(text, fc.constantFrom('__proto__', 'productIds', 'locale', 'cartItems')),
    fc.oneof(text, fc.anything()),
  ),
  fc.constantFrom({ productIds: '[[[', cartItems: '{}' }, { locale: '*' }, null),
);
const bodyOfFields = fc.record(
  {
    accountId: id,
    cartId: id,
    orderId: id,
    itemReservationId: id,
    sessionId: id,
    identifier: id,
    pageIdentifier: id,
    items: fc.oneof(fc.array(item, { maxLength: 4 }), fc.constant([]), fc.jsonValue()),
    attributes,
    url: text,
  },
  { requiredKeys: ['accountId', 'cartId', 'orderId', 'itemReservationId', 'items'] },
);
const body = fc.oneof(
  { weight: 6, arbitrary: bodyOfFields.map((fields) => JSON.stringify(fields, withoutCycles())) },
  { weight: 2, arbitrary: fc.json() },
  {
    weight: 1,
    arbitrary: fc.oneof(
      text,
      fc.constantFrom('['.repeat(30_000), `{"x":${'[['.repeat(9_000)}${']]'.repeat(9_000)}}`),
    ),
  },
);
const headers = fc.record(
  {
    'content-type': fc.oneof(
      { weight: 8, arbitrary: fc.constant('application/json') },
      fc.constantFrom('application/json; charset=utf-16', 'text/plain', 'multipart/form-data', ';', '*/*'),
    ),
    'rokt-api-key': fc.oneof({ weight: 8, arbitrary: fc.constant('skeletonkey') }, ascii),
    'rokt-tag-id': fc.oneof({ weight: 8, arbitrary: fc.constant('253_439d21r21r21321') }, ascii),
    'rokt-session-id': ascii,
    'idempotency-key': fc.oneof(ascii, fc.constantFrom('a', 'b')),
    'accept-language': fc.oneof(ascii, fc.constantFrom('*', 'en;q=NaN', ',;=')),
    origin: fc.constantFrom(ORIGIN, 'null', 'file://', ''),
    accept: fc.constantFrom('text/html', 'application/json'),
    'content-encoding': fc.constantFrom('gzip', 'br'),
  },
  { requiredKeys: ['content-type', 'rokt-api-key', 'rokt-tag-id'] },
);
const anyRequest = fc.record({
  method: fc.oneof(
    { weight: 9, arbitrary: fc.constant('POST') },
    fc.constantFrom('GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
  ),
  path: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...endpoints.map(({ path }) => path)) },
    fc.webPath(),
    fc.constantFrom('/%', '/v1/%00', '//', '/v1/cart/reserve?%', '/v1/cart/reserve/../..', '*'),
  ),
  headers,
  body,
});

it(
  `answers none of ${CASES} bad requests with 5xx, each in the contract's shape`,
  { timeout: 600_000 },
  async (t) => {
    const shop = await openShop(t);
    const agent = new Agent({ keepAlive: true });
    t.after(() => agent.destroy());
    const counts: Record<number, number> = {};
    await fc.assert(
      fc.asyncProperty(anyRequest, async (asked) => {
        const { status, answer } = await send(agent, shop.url, asked);
        counts[status] = (counts[status] ?? 0) + 1;
        assert.ok(status < 500, `${status}: ${answer}`);
        if (status === 401 || status < 400) return;
        assert.deepEqual(faultsOf(JSON.parse(answer)), []);
      }),
      { numRuns: CASES },
    );
    t.diagnostic(`answers by status: ${JSON.stringify(counts)}`);
  },
);

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

function send(agent: Agent, url: string, { method, path, headers: given, body: sent }: Asked) {
  const { hostname, port } = new URL(url);
  const defined = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return new Promise<{ status: number; answer: string }>((resolve, reject) => {
    const options = {
      agent,
      hostname,
      port,
      method,
      path,
      headers: Object.fromEntries(defined) as Record<string, string>,
    };
    const asking = request(options, (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        answer += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, answer }));
      response.on('error', reject);
    });
    asking.on('error', reject);
    asking.end(sent);
  });
}

/** What JSON.stringify cannot write is left out. */
function withoutCycles(): (name: string, value: unknown) => unknown {
  const seen = new WeakSet();
  return (_name, value) => {
    if (typeof value === 'bigint' || typeof value === 'symbol') return undefined;
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return undefined;
    seen.add(value);
    return value;
  };
}

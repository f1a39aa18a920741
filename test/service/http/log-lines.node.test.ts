import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { until } from '../../support/until.ts';
import { inBytes } from '../support/talk.ts';
import { buyOne } from './buy-one.ts';
import { openShop, ORIGIN, type ShopOptions } from './shop.ts';

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly reqId?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly accountId?: string;
  readonly code?: string;
  readonly origin?: string;
  readonly err?: {
    readonly type: string;
    readonly message: string;
    readonly stack: string;
    readonly cause?: Line['err'];
  };
}

const partner = [
  'Host: a',
  'rokt-api-key: skeletonkey',
  'rokt-tag-id: 253_439d21r21r21321',
  'Content-Type: application/json',
];

/** A shop, and what its log has of requests. */
async function openLogged(t: Parameters<typeof openShop>[0], options: ShopOptions = {}) {
  const lines: Line[] = [];
  const stream = { write: (line: string) => void lines.push(JSON.parse(line) as Line) };
  const shop = await openShop(t, { logger: { level: 'info', stream }, ...options });
  return {
    shop,
    lines,
    /** The line of the request that was answered with this id. */
    async lineOf({ headers }: { readonly headers: Headers }): Promise<Line> {
      const id = headers.get('x-request-id');
      await until(() => lines.some(({ reqId }) => reqId === id));
      const found = lines.filter(({ reqId }) => reqId === id);
      assert.equal(found.length, 1, 'one line');
      return found[0]!;
    },
  };
}

describe('the log', () => {
  it('has a line for each request, with its id, and none of what was asked', async (t) => {
    const { shop, lineOf } = await openLogged(t);
    const answered = await shop.call('/v1/placements/any', { cartId: 'cart-1' });
    const { level, method, route, status, accountId, msg } = await lineOf(answered);
    assert.deepEqual(
      { level, method, route, status, accountId, msg },
      {
        level: 30,
        method: 'POST',
        route: '/v1/placements/any',
        status: 200,
        accountId: '222',
        msg: 'request answered',
      },
    );
    assert.doesNotMatch(JSON.stringify(await lineOf(answered)), /cart-1|skeletonkey/);
  });

  it('has no path that opens something: a page of a confirmation is its route', async (t) => {
    const { shop, lineOf, lines } = await openLogged(t);
    const { itemConfirmationUrl } = await buyOne(shop);
    const line = await lineOf(await fetch(itemConfirmationUrl));
    assert.equal(line.route, '/confirmations/:confirmationId');
    assert.ok(!JSON.stringify(lines).includes(itemConfirmationUrl.split('/').at(-1) ?? ''));
  });

  it('has what the caller did wrong as a line like any other', async (t) => {
    const { shop, lineOf } = await openLogged(t);
    for (const [path, expected] of [
      ['/nothing?email=a@b.example', 404],
      ['/v1/cart/reserve', 405],
      ['/%00', 400],
    ] as const) {
      const { level, status, err, ...line } = await lineOf(await fetch(shop.url + path));
      assert.ok(line.code);
      assert.deepEqual([level, status, err], [30, expected, undefined]);
      assert.ok(!JSON.stringify(line).includes('email'));
    }
  });

  it('has which page was refused, and by which account: a browser tells the page neither', async (t) => {
    const { shop, lineOf } = await openLogged(t);
    const lineFor = async (accountId: string, origin: string) => {
      const { level, code, ...line } = await lineOf(
        await shop.send('/v1/selections', { accountId }, { origin }),
      );
      assert.deepEqual([level, code], [30, 'origin-not-allowed']);
      return [line.accountId, line.origin];
    };
    assert.deepEqual(await lineFor('222', 'https://other.example'), ['222', 'https://other.example']);
    assert.deepEqual(await lineFor('444', ORIGIN), [undefined, ORIGIN]);
    assert.deepEqual(await lineFor('222', 'alice@shop.example'), ['222', undefined]);
  });

  it('has one line of what fails, with its real cause and without a row', async (t) => {
    const { shop, lineOf } = await openLogged(t);
    await shop.store.transaction((tx) => tx.run('DROP TABLE placed_order'));
    const items: unknown[] = [];
    const failed = await shop.call('/v1/cart/confirm', { cartId: 'cart-1', orderId: 'order-1', items });
    assert.equal(failed.status, 500);
    const line = await lineOf(failed);
    assert.deepEqual([line.level, line.msg], [50, 'request failed']);
    assert.match(line.err?.message ?? '', /placed_order/);
    assert.match(line.err?.stack ?? '', /\n {4}at /);
    assert.doesNotMatch(JSON.stringify(line), /cart-1|order-1/);
  });

  it('has why it is not ready', async (t) => {
    const { shop, lineOf } = await openLogged(t);
    await shop.store.transaction((tx) => tx.run('DROP TABLE probe'));
    const response = await fetch(`${shop.url}/readyz`);
    const line = await lineOf(response);
    assert.deepEqual([response.status, line.level, line.msg], [503, 40, 'request refused']);
    assert.match(line.err?.cause?.message ?? '', /probe/);
  });

  it('has who hangs up before the answer', async (t) => {
    const { shop, lines } = await openLogged(t);
    const { hostname, port } = new URL(shop.url);
    const socket = connect(Number(port), hostname);
    const headers = [...partner, 'rokt-session-id: s', 'Content-Length: 99'];
    socket.write(`${inBytes('POST /v1/cart/reserve', headers)}{`);
    await until(() => shop.app.inFlight.current === 1);
    socket.destroy();
    await until(() => lines.some(({ msg }) => msg === 'request broken off'));
    assert.deepEqual(
      lines.filter(({ reqId }) => reqId !== undefined).map(({ level, status, err }) => [level, status, err]),
      [[30, undefined, undefined]],
    );
  });

  it('has what an operator is told, where nobody else is told', async (t) => {
    const { shop, lines } = await openLogged(t);
    await fetch(`${shop.url}/healthz`, { headers: { 'x-forwarded-for': '203.0.113.1' } });
    const told = lines.filter(({ msg }) => /^X-Forwarded-For/.test(msg));
    assert.equal(told.length, 1);
  });
});

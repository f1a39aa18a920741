import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Fault, StartedService } from '../../../src/service/index.ts';
import { until } from '../../support/until.ts';
import { catalogueOf } from '../support/catalogue.ts';
import { createPartner } from '../support/partner.ts';
import { startService } from '../support/start-service.ts';

describe('a fault', () => {
  let service: StartedService;
  before(async () => {
    service = await startService();
  });
  after(() => service.stop());

  const setUp = async (...faults: Fault[]) => {
    const account = await service.account();
    const partner = createPartner(service.url, account);
    const cartItemId = await partner.offered('parking-a');
    for (const fault of faults) account.faults.add(fault);
    const reserve = () => partner.reserve('c', [{ cartItemId, quantity: 1 }]);
    const last = () => account.requests().at(-1) ?? assert.fail('no call');
    return { account, partner, reserve, cartItemId, last };
  };

  it('waits until the caller has hung up, and does the call all the same', async () => {
    const fault = { operation: 'cart.reserve', latency: 600_000, untilHungUp: true };
    const { account, cartItemId, last } = await setUp(fault);
    const body = JSON.stringify({ cartId: 'c', items: [{ cartItemId, quantity: 1 }] });
    const head = [
      'POST /v1/cart/reserve HTTP/1.1',
      'host: localhost',
      'content-type: application/json',
      `content-length: ${body.length}`,
      `rokt-api-key: ${account.apiKey}`,
      `rokt-tag-id: ${account.tagId}`,
      'rokt-session-id: session-1',
    ];
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    await until(() => account.faults.hits() === 1);
    socket.destroy();
    await until(() => last().operation === 'cart.reserve');
    const call = last();
    assert.deepEqual([call.status, call.isLost, call.fault], [200, true, fault]);
    assert.match(JSON.stringify(call.answer), /"success":true/);
    assert.equal((await account.state()).holds.length, 1);
    await account.settled();
    assert.equal(account.requests().filter(({ operation }) => operation === 'cart.reserve').length, 1);
  });

  it('is nothing to a caller who has hung up before the call was read', async () => {
    const { account, cartItemId } = await setUp();
    const body = JSON.stringify({ cartId: 'c', items: [{ cartItemId, quantity: 1 }] });
    const head = `POST /v1/cart/reserve HTTP/1.1\r\nhost: localhost\r\nrokt-api-key: ${account.apiKey}\r\n`;
    const rest = `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    socket.write(head + rest, () => socket.destroy());
    await once(socket, 'close');
    await account.settled();
  });

  it('breaks the connection before the call has done anything', async () => {
    const { account, reserve, last } = await setUp({ operation: 'cart.reserve', drop: 'request' });
    await assert.rejects(reserve());
    await account.settled();
    assert.deepEqual([last().operation, last().status, last().answer], ['cart.reserve', 0, undefined]);
    assert.deepEqual((await account.state()).holds, []);
  });

  it('asks the caller to wait', async () => {
    const { partner } = await setUp({ status: 503, retryAfter: 2, count: 1 }, { status: 503, nth: 2 });
    const [first, second] = [await partner.any({ cartId: 'c' }), await partner.any({ cartId: 'c' })];
    assert.deepEqual([first.status, second.status], [503, 503]);
    assert.deepEqual([first.headers.get('retry-after'), second.headers.get('retry-after')], ['2', null]);
  });

  it('hits each body once', async () => {
    const { partner } = await setUp({ operation: 'placements.any', status: 500, oncePerBody: true });
    const statuses: number[] = [];
    for (const cartId of ['a', 'a', 'b', 'a', 'b'])
      statuses.push((await partner.any({ cartId, attributes: { cartId } })).status);
    assert.deepEqual(statuses, [500, 200, 500, 200, 200]);
  });

  it('lets reserve find everything sold out', async () => {
    const { reserve } = await setUp({ outcome: 'sold-out' });
    const [item] = (await reserve()).body.items;
    assert.equal(item?.success === false && item.error.code, 'out-of-stock');
  });

  it('lets reserve find as many live holds as there may be, and a hold changed in place of its own', async () => {
    const { account, partner, reserve, cartItemId } = await setUp();
    assert.equal((await reserve()).body.items[0]?.success, true);
    const takeAway = account.faults.add({ outcome: 'too-many-holds' });
    const other = await partner.offered('parking-a');
    const inOtherCart = async () =>
      (await partner.reserve('d', [{ cartItemId: other, quantity: 1 }])).body.items[0];
    const refused = await inOtherCart();
    assert.deepEqual(refused?.success === false && refused.error.code, 'too-many-holds');
    const changed = await partner.reserve('c', [{ cartItemId, quantity: 2 }]);
    assert.equal(changed.body.items[0]?.success, true);
    takeAway();
    assert.equal((await inOtherCart())?.success, true);
  });

  it('lets reserve find everything dearer by a quarter than the page showed it', async () => {
    const { account, reserve } = await setUp({ outcome: 'dearer' });
    const [item] = (await reserve()).body.items;
    assert.equal(item?.success && item.unitPrice, 43.75);
    assert.equal((await account.report()).verdict, 'fail', 'the session of the page is another one');
  });

  it('lets everything have expired when it is confirmed', async () => {
    const { account, reserve, partner } = await setUp({ outcome: 'expired' });
    const [item] = (await reserve()).body.items;
    assert.ok(item?.success);
    const { cartItemId, itemReservationId } = item;
    const lines = [{ cartItemId, itemReservationId }];
    const refused = (await partner.confirm('c', 'o', lines)).body.items[0];
    assert.equal(refused?.success === false && refused.error.code, 'reservation-expired');
    account.faults.clear();
    assert.equal((await partner.confirm('c', 'o', lines)).body.items[0]?.success, true);
  });
});

describe('an account that keeps its messages', () => {
  it('tells nobody outside, whatever providers its catalogue names', async () => {
    const service = await startService();
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const catalogue = catalogueOf(
      { parking: { stock: 5, provider: 'garages' } },
      { garages: { url: 'https://garages.example/hook', secret } },
    );
    const account = await service.account({ catalogue, keepsMessages: true });
    const partner = createPartner(service.url, account);
    await partner.confirm('c', 'o', [await partner.held('c', 'parking')]);
    await account.settled();
    assert.deepEqual(
      (await account.received()).map(({ body }) => body.type),
      ['item.confirmed'],
    );
    assert.equal((await account.state()).messages[0]?.['state'], 'delivered');
    await service.stop();
  });
});

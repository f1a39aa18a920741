import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StartedService } from '../../../src/service/index.ts';
import { startService } from '../support/start-service.ts';
import { createPartner } from '../support/partner.ts';

const MINUTE = 60_000;

describe('a service for development', () => {
  let service: StartedService;
  before(async () => {
    service = await startService();
  });
  after(() => service.stop());

  const setUp = async () => {
    const account = await service.account();
    return { account, partner: createPartner(service.url, account) };
  };
  const testItem = (partner: ReturnType<typeof createPartner>, sku: string) =>
    partner.offered(sku, { identifier: 'test-items' });

  it('starts with the account of Rokt’s own samples', () => {
    assert.deepEqual(
      [service.accountId, service.apiKey, service.tagId],
      ['222', 'skeletonkey', '253_439d21r21r21321'],
    );
  });

  it('gives each test an account of its own', async () => {
    const [one, other] = [await setUp(), await setUp()];
    const item = await one.partner.held('cart', 'parking-a', 4);
    const stolen = await other.partner.reserve('cart', [{ cartItemId: item.cartItemId, quantity: 1 }]);
    assert.equal(stolen.body.items[0]?.success, false);
    assert.deepEqual((await other.account.state()).holds, []);
    await one.account.clock.advance(11 * MINUTE);
    assert.ok(
      Math.abs((await other.account.clock.now()) - Date.now()) < MINUTE,
      'another account’s time is the machine’s',
    );
  });

  it('stops a clock, moves it and lets it run', async () => {
    const { account, partner } = await setUp();
    const at = Date.parse('2031-12-12T19:30:00Z');
    await account.clock.freeze(at);
    const { body, headers } = await partner.reserve('cart', [
      { cartItemId: await partner.offered('parking-a'), quantity: 1 },
    ]);
    const [item] = body.items;
    assert.equal(item?.success && item.expirationDateTimeUtc, '2031-12-12T19:40:00.000Z');
    assert.equal(headers.get('date'), new Date(at).toUTCString());
    await account.clock.advance(10 * MINUTE);
    assert.equal(await account.clock.now(), at + 10 * MINUTE);
    await account.clock.reset();
    assert.ok(Math.abs((await account.clock.now()) - Date.now()) < MINUTE);
  });

  it('lets the nth call fail, and as many after it as it is told', async () => {
    const { account, partner } = await setUp();
    account.faults.add({ operation: 'placements.any', status: 503, nth: 2, count: 2 });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) statuses.push((await partner.any({ cartId: 'cart' })).status);
    assert.deepEqual(statuses, [200, 503, 503, 200, 200]);
    const takeAway = account.faults.add({ status: 401 });
    const refused = await partner.any({ cartId: 'cart' });
    assert.deepEqual([refused.status, refused.body], [401, undefined]);
    takeAway();
    assert.equal((await partner.any({ cartId: 'cart' })).status, 200);
  });

  it('makes a call wait', async () => {
    const { account, partner } = await setUp();
    account.faults.add({ operation: 'placements.any', latency: 60 });
    const started = performance.now();
    await partner.any({ cartId: 'cart' });
    assert.ok(performance.now() - started >= 59);
  });

  it('commits and then drops the reply', async () => {
    const { account, partner } = await setUp();
    const cartItemId = await partner.offered('parking-a');
    account.faults.add({ operation: 'cart.reserve', drop: 'reply', count: 1 });
    await assert.rejects(partner.reserve('cart', [{ cartItemId, quantity: 2 }]));
    assert.equal((await account.state()).holds[0]?.['quantity'], 2);
    const again = await partner.reserve('cart', [{ cartItemId, quantity: 2 }]);
    assert.equal(again.body.items[0]?.success, true);
    assert.equal((await account.state()).holds.length, 1, 'the same hold again');
    assert.deepEqual(
      account.requests().map(({ operation, isLost }) => [operation, isLost]),
      [
        ['selections', false],
        ['cart.reserve', true],
        ['cart.reserve', false],
      ],
    );
  });

  it('goes back to the first moment', async () => {
    const { account, partner } = await setUp();
    await partner.confirm('cart', 'order', [await partner.held('cart', 'parking-a')]);
    account.faults.add({ status: 500 });
    await account.clock.advance(MINUTE);
    assert.equal((await account.received()).length, 1);
    await account.reset();
    const { holds, orders, messages, stock } = await account.state();
    assert.deepEqual([holds, orders, messages, account.requests()], [[], [], [], []]);
    assert.equal(stock.find(({ sku }) => sku === 'parking-a')?.['available'], 1000);
    assert.deepEqual([await account.received(), account.faults.list()], [[], []]);
    await partner.held('cart', 'parking-a');
  });

  it('writes down what was said, without keys and what tells who the shopper is', async () => {
    const { account, partner } = await setUp();
    const secret = 'someone@mail.example';
    await partner.any({ cartId: 'cart', attributes: { email: secret, country: 'US' } });
    await partner.select({ attributes: { email: secret } });
    const text = JSON.stringify(account.requests());
    assert.ok(!text.includes(secret) && !text.includes(account.apiKey));
    assert.match(text, /"email":"\[redacted\]"/);
    assert.match(text, /"rokt-api-key":"\[redacted\]"/);
  });

  describe('has a test item', () => {
    const reserve = async (sku: string, quantity = 1) => {
      const { account, partner } = await setUp();
      const cartItemId = await testItem(partner, sku);
      const send = () => partner.reserve('cart', [{ cartItemId, quantity }]);
      return { account, partner, cartItemId, send };
    };

    it('that is offered and sold out', async () => {
      const { send } = await reserve('test-sold-out');
      const [item] = (await send()).body.items;
      assert.equal(item?.success === false && item.error.code, 'out-of-stock');
    });

    it('that is dearer at reserve', async () => {
      const { send } = await reserve('test-dearer', 2);
      const [item] = (await send()).body.items;
      assert.deepEqual(item?.success && [item.unitPrice, item.totalPrice], [12.5, 25]);
    });

    it('that is held for five seconds', async () => {
      const { send, account } = await reserve('test-short-hold');
      await account.clock.freeze();
      const [item] = (await send()).body.items;
      assert.equal(
        item?.success && Date.parse(item.expirationDateTimeUtc) - (await account.clock.now()),
        5000,
      );
    });

    it('that is refused at confirm', async () => {
      const { send, partner } = await reserve('test-confirm-refused');
      const [item] = (await send()).body.items;
      assert.ok(item?.success);
      const { itemReservationId, cartItemId } = item;
      const { body } = await partner.confirm('cart', 'order', [{ cartItemId, itemReservationId }]);
      assert.equal(body.items[0]?.success, false);
    });

    it('whose provider is down', async () => {
      const { send, partner, account } = await reserve('test-provider-down');
      const [item] = (await send()).body.items;
      assert.ok(item?.success);
      const { itemReservationId, cartItemId } = item;
      const { body } = await partner.confirm('cart', 'order', [{ cartItemId, itemReservationId }]);
      assert.equal(body.items[0]?.success, true);
      assert.deepEqual(await account.received(), []);
      const [message] = (await account.state()).messages;
      assert.deepEqual([message?.['state'], message?.['attempts']], ['waiting', 1]);
    });

    it('whose provider is down, and is no other item’s', async () => {
      const { partner, account } = await setUp();
      const sell = async (sku: string, cart: string) => {
        const { body } = await partner.reserve(cart, [
          { cartItemId: await testItem(partner, sku), quantity: 1 },
        ]);
        const [item] = body.items;
        assert.ok(item?.success);
        const { cartItemId, itemReservationId } = item;
        await partner.confirm(cart, `order of ${cart}`, [{ cartItemId, itemReservationId }]);
      };
      for (let n = 0; n < 9; n++) await sell('test-provider-down', `cart-${n}`);
      assert.deepEqual(await account.received(), []);
      await sell('test-dearer', 'cart');
      assert.equal((await account.received()).length, 1);
    });

    it('whose first reply is lost', async () => {
      const { send, account } = await reserve('test-reply-lost');
      await assert.rejects(send());
      assert.equal((await account.state()).holds.length, 1);
      assert.equal((await send()).body.items[0]?.success, true);
      assert.equal((await account.state()).holds.length, 1);
    });
  });
});

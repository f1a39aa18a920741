import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StartedService } from '../../src/service/index.ts';
import { startService } from './support/start-service.ts';
import { catalogueOf } from './support/catalogue.ts';
import { createPartner } from './support/partner.ts';
import { startProvider } from './support/provider.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('as time goes by', () => {
  let provider: Awaited<ReturnType<typeof startProvider>>;
  let service: StartedService;
  before(async () => {
    provider = await startProvider();
    service = await startService({ webhookAllow: [provider.origin] });
  });
  after(async () => {
    await service.stop();
    provider.stop();
  });

  const setUp = async () => {
    const account = await service.account({
      catalogue: catalogueOf(
        { ticket: { stock: 50, provider: 'tickets' } },
        {
          tickets: { url: provider.url, secret: provider.secret },
        },
      ),
    });
    const available = async () => (await account.state()).stock[0]?.['available'];
    return { account, partner: createPartner(service.url, account), available };
  };

  it('a hold that nobody confirms goes back into the stock by itself', async () => {
    const { account, partner, available } = await setUp();
    await partner.held('cart', 'ticket', 3);
    assert.equal(await available(), 47);
    await account.clock.advance(9 * MINUTE);
    assert.equal(await available(), 47);
    await account.clock.advance(MINUTE);
    assert.equal(await available(), 50);
    assert.deepEqual(
      (await account.state()).holds.map(({ state }) => state),
      ['expired'],
    );
  });

  it('after 91 days only confirmations are left', async () => {
    const { account, partner } = await setUp();
    const [sold, undone, expired, released] = await Promise.all(
      ['sold', 'undone', 'expired', 'released'].map((cart) => partner.held(cart, 'ticket')),
    );
    assert.ok(sold && undone && expired && released);
    await partner.confirm('sold', 'order-1', [sold], { 'idempotency-key': 'once' });
    await partner.confirm('undone', 'order-2', [undone]);
    await partner.cancel(undone.itemReservationId ?? '');
    await partner.release('released', [released]);
    assert.equal((await account.received()).length, 0, 'they went to the provider of the catalogue');

    await account.clock.advance(29 * DAY);
    const month = await account.state();
    assert.deepEqual(month.holds.map(({ state }) => state).sort(), [
      'cancelled',
      'confirmed',
      'expired',
      'released',
    ]);
    assert.equal(month.messages.length, 3);
    assert.equal((await partner.confirm('sold', 'order-1', [sold])).body.items[0]?.success, true);

    await account.clock.advance(62 * DAY);
    const { holds, messages, orders, stock } = await account.state();
    assert.deepEqual(holds.map(({ state }) => state).sort(), ['cancelled', 'confirmed']);
    assert.deepEqual([messages.length, orders.length, stock[0]?.['available']], [0, 2, 49]);
  });

  it('an offer can be bought for a day, and as long as a hold names it', async () => {
    const { account, partner } = await setUp();
    const [old, kept] = [await partner.offered('ticket'), await partner.offered('ticket')];
    await account.clock.advance(DAY - MINUTE);
    await partner.reserve('kept', [{ cartItemId: kept, quantity: 1 }]);
    await account.clock.advance(2 * MINUTE);
    const late = await partner.reserve('late', [{ cartItemId: old, quantity: 1 }]);
    assert.deepEqual(
      late.body.items.map((item) => !item.success && item.error.code),
      ['unknown-cart-item'],
    );
    const more = await partner.reserve('kept', [{ cartItemId: kept, quantity: 2 }]);
    assert.equal(more.body.items[0]?.success, true);
  });
});

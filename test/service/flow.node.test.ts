import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTransactionClient } from '../../src/client/index.ts';
import type { SelectionAnswer } from '../../src/contract/wire.ts';
import type { DevAccount, StartedService } from '../../src/service/index.ts';
import { startService } from './support/start-service.ts';
import { catalogueOf } from './support/catalogue.ts';
import { startProvider } from './support/provider.ts';

const MINUTE = 60_000;

/** What the shop's page asks for, as the first-party launcher does. */
async function select(url: string, { accountId }: DevAccount, sessionId: string): Promise<SelectionAnswer> {
  const response = await fetch(`${url}/v1/selections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
    body: JSON.stringify({ accountId, sessionId, identifier: 'checkout.upsell' }),
  });
  return (await response.json()) as SelectionAnswer;
}

describe('the in-transaction flow of a partner', () => {
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

  /** An account with parking in stock and one seat of a car pool, and its partner's server in the middle of a purchase. */
  const setUp = async () => {
    const { url, secret } = provider;
    const account = await service.account({
      catalogue: catalogueOf(
        {
          parking: { stock: 50, unitPrice: 35, provider: 'garages' },
          'car-pool': { stock: 1, unitPrice: 12.5, provider: 'garages' },
        },
        { garages: { url, secret } },
      ),
    });
    const { apiKey, tagId } = account;
    const partner = createTransactionClient({ apiKey, tagId, baseUrl: service.url, idempotent: true });
    const { result, sessionId } = await partner.placements.any({ cartId: 'cart' });
    assert.ok(sessionId);
    const selection = await select(service.url, account, sessionId);
    const offers = selection.placements.flatMap((placement) => placement.offers);
    const idOf = (sku: string) =>
      offers.find(({ cartItem }) => cartItem.catalogItemId === sku)?.cartItem.cartItemId ?? assert.fail(sku);
    const taken = async () => {
      await account.received();
      return provider.taken.filter(({ body }) => body.data.accountId === account.accountId);
    };
    const available = async () => {
      const { stock } = await account.state();
      return Object.fromEntries(stock.map((row) => [String(row['sku']), row['available']] as const));
    };
    return { account, partner, result, sessionId, selection, idOf, taken, available };
  };

  it('goes from any to a confirmed item whose provider is told, and back by cancel', async () => {
    const { partner, result, sessionId, selection, idOf, taken, available } = await setUp();
    assert.equal(result, true);
    assert.equal(selection.sessionId, sessionId);

    const items = [
      { cartItemId: idOf('parking'), quantity: 2 },
      { cartItemId: idOf('car-pool'), quantity: 2 },
    ];
    const reserved = await partner.cart.reserve({ cartId: 'cart', items }, { sessionId });
    const [parking, pool] = reserved.items;
    assert.ok(parking?.success);
    assert.deepEqual([parking.quantity, parking.unitPrice, parking.totalPrice], [2, 35, 70]);
    assert.equal(pool?.success === false && pool.error.code, 'out-of-stock');
    assert.deepEqual(await available(), { parking: 48, 'car-pool': 1 });

    const order = { cartId: 'cart', orderId: 'order', items: [parking] };
    const confirmed = await partner.cart.confirm(order, { sessionId });
    const [bought] = confirmed.items;
    assert.ok(bought?.success);
    assert.ok(bought.itemConfirmationId);
    assert.ok(bought.itemConfirmationUrl);

    const [told] = await taken();
    assert.equal(told?.body.type, 'item.confirmed');
    assert.deepEqual(provider.unsigned, []);
    const { cartItemId, itemReservationId, itemConfirmationId, quantity, totalPrice } = told.body.data;
    assert.deepEqual(
      [cartItemId, itemReservationId, itemConfirmationId, quantity, totalPrice],
      [parking.cartItemId, parking.itemReservationId, bought.itemConfirmationId, 2, 70],
    );

    const cancelled = await partner.confirmation.cancel({ itemReservationId });
    assert.deepEqual(cancelled, { itemReservationId, success: true, serverTime: cancelled.serverTime });
    assert.deepEqual(
      (await taken()).map(({ body }) => body.type),
      ['item.confirmed', 'item.cancelled'],
    );
    assert.deepEqual(await available(), { parking: 50, 'car-pool': 1 });
  });

  it('frees a hold early by release', async () => {
    const { partner, sessionId, idOf, taken, available } = await setUp();
    const items = [{ cartItemId: idOf('parking'), quantity: 5 }];
    const { items: held } = await partner.cart.reserve({ cartId: 'cart', items }, { sessionId });
    assert.equal((await available())['parking'], 45);
    const [item] = held;
    assert.ok(item?.success);
    const { itemReservationId, cartItemId } = item;
    const released = await partner.cart.release(
      { cartId: 'cart', items: [{ itemReservationId, cartItemId }] },
      { sessionId },
    );
    assert.equal(released.items[0]?.success, true);
    assert.equal((await available())['parking'], 50);
    assert.deepEqual(await taken(), []);
  });

  it('frees a hold that is not confirmed in time', async () => {
    const { account, partner, sessionId, idOf, available } = await setUp();
    const items = [{ cartItemId: idOf('parking'), quantity: 5 }];
    const { items: held } = await partner.cart.reserve({ cartId: 'cart', items }, { sessionId });
    await account.clock.advance(11 * MINUTE);
    assert.equal((await available())['parking'], 50);
    const [item] = held;
    assert.ok(item?.success);
    const late = await partner.cart.confirm(
      { cartId: 'cart', orderId: 'order', items: [item] },
      { sessionId },
    );
    const [refused] = late.items;
    assert.equal(refused?.success === false && refused.error.code, 'reservation-expired');
  });

  it('is not broken by a reply that is lost: the client asks again and nothing is held or bought twice', async () => {
    const { account, partner, sessionId, idOf, available, taken } = await setUp();
    const items = [{ cartItemId: idOf('parking'), quantity: 3 }];
    account.faults.add({ operation: 'cart.reserve', drop: 'reply', count: 1 });
    account.faults.add({ operation: 'cart.confirm', drop: 'reply', count: 1 });
    const { items: held } = await partner.cart.reserve({ cartId: 'cart', items }, { sessionId });
    const [item] = held;
    assert.ok(item?.success);
    const confirmed = await partner.cart.confirm(
      { cartId: 'cart', orderId: 'order', items: [item] },
      { sessionId },
    );
    assert.equal(confirmed.items[0]?.success, true);
    assert.equal((await available())['parking'], 47);
    assert.equal((await taken()).length, 1);
    assert.deepEqual(
      account.requests().map(({ operation, isLost }) => `${operation}${isLost ? ', lost' : ''}`),
      [
        'placements.any',
        'selections',
        'cart.reserve, lost',
        'cart.reserve',
        'cart.confirm, lost',
        'cart.confirm',
      ],
    );
  });
});

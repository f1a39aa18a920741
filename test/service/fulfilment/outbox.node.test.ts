import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StartedService } from '../../../src/service/index.ts';
import { startService } from '../support/start-service.ts';
import { catalogueOf } from '../support/catalogue.ts';
import { createPartner } from '../support/partner.ts';
import { startProvider } from '../support/provider.ts';

const HOUR = 60 * 60_000;

describe('the outbox', () => {
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
    provider.be('takes');
    const { url, secret } = provider;
    const account = await service.account({
      catalogue: catalogueOf({ ticket: { provider: 'tickets' } }, { tickets: { url, secret } }),
    });
    // Retries are due when the test lets time pass, not when a slow machine does.
    await account.clock.freeze();
    const partner = createPartner(service.url, account);
    const taken = () => provider.taken.filter(({ body }) => body.data.accountId === account.accountId);
    const settled = () => account.received();
    const messages = async () => (await account.state()).messages;
    return { account, partner, taken, settled, messages };
  };

  it('tells a provider that was down, broke off and lost its word: each sale once, then each cancellation once', async () => {
    const { account, partner, taken, settled, messages } = await setUp();
    provider.be('breaks');
    const sold: string[] = [];
    for (let n = 0; n < 12; n++) {
      const held = await partner.held(`cart-${n}`, 'ticket');
      await partner.confirm(`cart-${n}`, `order-${n}`, [held]);
      sold.push(held.itemReservationId ?? '');
    }
    const cancelled = sold.filter((_, n) => n % 2 === 0);
    for (const id of cancelled) await partner.cancel(id);
    await settled();
    assert.deepEqual(taken(), []);
    for (const mood of ['refuses', 'loses', 'breaks', 'loses', 'takes'] as const) {
      provider.be(mood);
      await account.clock.advance(3 * HOUR);
    }
    await account.clock.advance(10 * HOUR);
    assert.deepEqual(provider.unsigned, []);
    assert.ok((await messages()).every(({ state }) => state === 'delivered'));

    const once = [...new Map(taken().map((message) => [message.id, message])).values()];
    assert.ok(taken().length > once.length, 'some came twice, as the provider lost its word');
    for (const id of sold) {
      const told = once.filter(({ body }) => body.data.itemReservationId === id).map(({ body }) => body.type);
      const wanted = cancelled.includes(id) ? ['item.confirmed', 'item.cancelled'] : ['item.confirmed'];
      assert.deepEqual(told, wanted);
    }
    assert.equal(once.length, sold.length + cancelled.length);
  });

  it('tells an item’s cancellation only after its sale, however the two were delayed', async () => {
    const { account, partner, taken, settled } = await setUp();
    provider.be('refuses');
    const held = await partner.held('cart', 'ticket');
    await partner.confirm('cart', 'order', [held]);
    await settled();
    provider.be('takes');
    await partner.cancel(held.itemReservationId ?? '');
    await settled();
    assert.deepEqual(taken(), [], 'the sale is not due yet, and the cancellation waits for it');
    await account.clock.advance(HOUR);
    assert.deepEqual(
      taken().map(({ body }) => body.type),
      ['item.confirmed', 'item.cancelled'],
    );
  });

  it('gives up when the provider is gone, and shows it', async () => {
    const { partner, settled, messages } = await setUp();
    provider.be('gone');
    await partner.confirm('cart', 'order', [await partner.held('cart', 'ticket')]);
    await settled();
    const [message] = await messages();
    assert.equal(message?.['state'], 'given-up');
    assert.match(String(message['last_error']), /410/);
  });

  it('gives up after ten attempts over three days', async () => {
    const { account, partner, settled, messages } = await setUp();
    provider.be('refuses');
    await partner.confirm('cart', 'order', [await partner.held('cart', 'ticket')]);
    await settled();
    for (let n = 0; n < 8; n++) await account.clock.advance(30 * HOUR);
    assert.equal((await messages())[0]?.['state'], 'waiting');
    await account.clock.advance(30 * HOUR);
    const [message] = await messages();
    assert.deepEqual([message?.['state'], message?.['attempts']], ['given-up', 10]);
    await account.clock.advance(300 * HOUR);
    assert.equal((await messages())[0]?.['attempts'], 10);
  });

  it('tells a provider at once while another one of the account keeps forty messages waiting', async () => {
    provider.be('takes');
    const stalled = await startProvider();
    stalled.be('stalls');
    const service = await startService({ webhookAllow: [provider.origin, stalled.origin] });
    try {
      const at = ({ url, secret }: typeof provider) => ({ url, secret });
      const account = await service.account({
        catalogue: catalogueOf(
          { parking: { provider: 'garage' }, ticket: { provider: 'tickets' } },
          { garage: at(stalled), tickets: at(provider) },
        ),
      });
      const partner = createPartner(service.url, account);
      for (let n = 0; n < 40; n++)
        await partner.confirm(`cart-${n}`, `order-${n}`, [await partner.held(`cart-${n}`, 'parking')]);
      const taken = provider.next();
      await partner.confirm('cart', 'order', [await partner.held('cart', 'ticket')]);
      const { body } = await taken;
      assert.equal(body.data.accountId, account.accountId);
      assert.ok(stalled.kept > 0 && stalled.kept <= 8, `${stalled.kept} at once`);
    } finally {
      stalled.stop();
      await service.stop();
    }
  });
});

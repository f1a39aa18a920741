import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { audit, startService } from '../../src/service/index.ts';
import type { Clock } from '../../src/service/clock.ts';
import { createService, type ServiceParts } from '../../src/service/create-service.ts';
import type { Delivery } from '../../src/service/fulfilment/deliver.ts';
import { insertMessage } from '../../src/service/store/outbox.ts';
import { addAccount } from '../../src/service/store/accounts.ts';
import { createDeferred } from '../../src/testing/deferred.ts';
import { catalogueOf } from './support/catalogue.ts';
import { makeBriefDatabase, makeDatabase } from './support/database.ts';
import { createPartner } from './support/partner.ts';

/** A service that listens, with an account and a message for its provider. */
async function open(t: TestContext, parts: Partial<ServiceParts>) {
  const store = await (await makeBriefDatabase()).open();
  const service = createService({ ...parts, store });
  t.after(async () => {
    await service.close();
    await store.close();
  });
  await store.transaction(async (tx) => {
    await addAccount(tx, '222');
    const message = { accountId: '222', provider: 'garage', reservationId: 'hold', body: '{}', createdAt: 0 };
    await insertMessage(tx, { ...message, messageId: 'm', type: 'item.confirmed' });
  });
  await service.catalogues.apply({
    ...{ accountId: '222', version: 0, placements: [], supplies: new Map<string, null>() },
    ...{ product: () => undefined, firstOffer: () => undefined },
    providers: { garage: { url: 'https://garage.example/', secret: 'whsec_c2VjcmV0' } },
  });
  await service.listen();
  return service;
}

/** Enough for whatever does not wait. */
async function aFewTurns(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('a service that closes', () => {
  it('waits for the delivery that is on its way, and keeps what came of it', async (t) => {
    const [isSent, answer] = [createDeferred<undefined>(), createDeferred<Delivery>()];
    const service = await open(t, {
      deliver() {
        isSent.resolve(undefined);
        return answer.promise;
      },
    });
    service.outbox.wake();
    await isSent.promise;
    const order: string[] = [];
    const closed = service.close().then(() => order.push('closed'));
    await service.store.transaction((tx) => tx.now());
    while (service.app.server.listening) await new Promise((resolve) => setImmediate(resolve));
    await aFewTurns();
    order.push('answered');
    answer.resolve({ outcome: 'delivered' });
    await closed;
    assert.deepEqual(order, ['answered', 'closed']);
    const rows = await service.store.transaction((tx) => tx.all<object>('SELECT state FROM outbox'));
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [{ state: 'delivered' }],
    );
  });

  it('waits for the sweep that is under way, and begins no other', async (t) => {
    const [isAsked, mayGoOn] = [createDeferred<undefined>(), createDeferred<undefined>()];
    let asked = 0;
    const clock: Clock = {
      async now(tx) {
        asked++;
        isAsked.resolve(undefined);
        await mayGoOn.promise;
        return tx.now();
      },
    };
    const service = await open(t, { clock, deliver: () => Promise.resolve({ outcome: 'delivered' }) });
    const swept = service.sweeper.sweep();
    await isAsked.promise;
    const order: string[] = [];
    const closed = service.close().then(() => order.push('closed'));
    const another = service.sweeper.sweep();
    while (service.app.server.listening) await new Promise((resolve) => setImmediate(resolve));
    await aFewTurns();
    order.push('swept');
    mayGoOn.resolve(undefined);
    await swept;
    const once = asked;
    await Promise.all([closed, another]);
    assert.deepEqual(order, ['swept', 'closed']);
    assert.equal(asked, once);
  });

  it('leaves a delivery behind that takes longer than the grace', async (t) => {
    const isSent = createDeferred<undefined>();
    const service = await open(t, {
      grace: 50,
      deliver() {
        isSent.resolve(undefined);
        return new Promise<Delivery>(() => undefined);
      },
    });
    service.outbox.wake();
    await isSent.promise;
    await service.close();
  });
});

describe('stop() of a service for tests', () => {
  it('resolves after what is on its way to a provider, which is on the disk then, and has let go of its database', async (t) => {
    const receiver = createServer().listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const database = await makeDatabase();
    t.after(() => {
      receiver.close();
      database.remove();
    });
    const origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    const providers = { garage: { url: origin, secret: `whsec_${Buffer.alloc(32, 9).toString('base64')}` } };
    const catalogue = catalogueOf({ parking: { provider: 'garage' } }, providers);
    const service = await startService({ db: database.db, webhookAllow: [origin], catalogue });
    const partner = createPartner(service.url, service);
    const asked = once(receiver, 'request');
    await partner.confirm('cart', 'order', [await partner.held('cart', 'parking')]);
    const [, response] = (await asked) as [IncomingMessage, ServerResponse];
    const order: string[] = [];
    const stopped = service.stop().then(() => order.push('stopped'));
    await aFewTurns();
    order.push('answered');
    response.writeHead(204).end();
    await stopped;
    assert.deepEqual(order, ['answered', 'stopped']);
    const { findings, counted } = await audit(database.db);
    assert.deepEqual([findings, counted.messages], [[], 1], 'nothing is undelivered');
  });
});

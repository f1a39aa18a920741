import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { PATIENCE } from '../../../tools/check/patience.mjs';
import { buildCatalogue } from '../../../src/service/catalogue/account-catalogue.ts';
import { toCatalogueFile } from '../../../src/service/catalogue/check-catalogue.ts';
import { createService } from '../../../src/service/create-service.ts';
import { addAccount } from '../../../src/service/store/accounts.ts';
import { insertMessage } from '../../../src/service/store/outbox.ts';
import type { SqlValue } from '../../../src/service/store/store.ts';
import { until } from '../../support/until.ts';
import { catalogueOf } from '../support/catalogue.ts';
import { makeBriefDatabase } from '../support/database.ts';
import { startProvider } from '../support/provider.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** A service that does not listen, whose time the test tells. @param webhookTimeout ms that its garage has for a message */
async function setUp(t: TestContext, { providerName = 'garage', webhookTimeout = PATIENCE.fact } = {}) {
  const time = { at: Date.parse('2031-12-12T10:00:00Z') };
  const garage = await startProvider();
  const store = await (await makeBriefDatabase()).open(() => time.at);
  const webhookAllow = new Set([garage.origin]);
  const service = createService({ store, webhookAllow, webhookTimeout });
  t.after(async () => {
    garage.stop();
    await service.close();
    await store.close();
  });
  const { url, secret } = garage;
  const sold = (providers: object) =>
    service.catalogues.apply(buildCatalogue(toCatalogueFile({ ...catalogueOf({}), providers })));
  await sold({ [providerName]: { url, secret } });
  await store.transaction(async (tx) => {
    await addAccount(tx, '222');
    const message = {
      accountId: '222',
      provider: providerName,
      messageId: 'a',
      reservationId: 'hold',
      body: '{}',
    };
    await insertMessage(tx, { ...message, type: 'item.confirmed', createdAt: time.at });
  });
  const { outbox, sweeper } = service;
  return {
    garage,
    service,
    sold,
    /** The message, or nothing when it is forgotten. */
    async row() {
      const sql = 'SELECT * FROM outbox';
      const rows = await store.transaction((tx) => tx.all<Record<string, SqlValue>>(sql));
      return rows[0] ?? {};
    },
    write: (sql: string) => store.transaction((tx) => tx.run(sql)),
    async pass(ms: number) {
      time.at += ms;
      await outbox.settled();
      await sweeper.sweep();
    },
  };
}

describe('the outbox of a service', () => {
  it('waits for a provider as long as it is told, and no longer', async (t) => {
    const { garage, pass, row } = await setUp(t, { webhookTimeout: 100 });
    garage.be('stalls');
    // On a busy machine the time may be over before anything was sent.
    let tried;
    do {
      await pass(HOUR);
      tried = await row();
    } while (tried['sent'] === 0 && tried['state'] === 'waiting');
    const { state, last_error, sent } = tried;
    assert.deepEqual([state, last_error, sent], ['waiting', 'no answer within 100 ms', 1]);
  });

  it('is done only when what is on its way is', async (t) => {
    const { garage, service, row } = await setUp(t);
    garage.be('stalls');
    service.outbox.wake();
    await until(() => garage.kept === 1);
    const stopped = service.outbox.stop();
    assert.notEqual((await row())['lease'], null);
    garage.stop();
    await stopped;
    const { lease, last_error } = await row();
    assert.deepEqual([lease, last_error], [null, 'socket hang up']);
  });

  for (const name of ['garage', 'constructor'])
    it(`delivers nothing to a provider "${name}" that its catalogue has no more, and all once it has it again`, async (t) => {
      const { garage, sold, pass, row } = await setUp(t, { providerName: name });
      await sold({});
      await pass(0);
      const { state, last_error, sent } = await row();
      assert.deepEqual([state, last_error, sent], ['waiting', `the catalogue has no provider "${name}"`, 0]);
      await sold({ [name]: { url: garage.url, secret: garage.secret } });
      await pass(DAY);
      assert.equal((await row())['state'], 'delivered');
    });

  it('gives a message up after three days in which its catalogue had no such provider', async (t) => {
    const { sold, pass, row } = await setUp(t);
    await sold({});
    for (let n = 0; n < 10; n++) await pass(DAY * 1.5);
    const { state, attempts } = await row();
    assert.deepEqual([state, attempts], ['given-up', 10]);
  });

  it('forgets a message that was dropped after 30 days, and one that was given up never', async (t) => {
    const { garage, pass, row, write } = await setUp(t);
    garage.be('gone');
    await pass(0);
    await pass(31 * DAY);
    assert.equal((await row())['state'], 'given-up');
    await write(`UPDATE outbox SET state = 'dropped'`);
    await pass(0);
    assert.deepEqual(await row(), {});
  });
});

import type { TestContext } from 'node:test';
import { deliver, type WebhookTarget } from '../../../src/service/fulfilment/deliver.ts';
import { OutboxWorker } from '../../../src/service/fulfilment/outbox-worker.ts';
import { addAccount } from '../../../src/service/store/accounts.ts';
import { insertMessage } from '../../../src/service/store/outbox.ts';
import type { SqlValue, Transaction } from '../../../src/service/store/store.ts';
import { createTimeOrderedIds } from '../../../src/service/store/time-ordered-id.ts';
import { makeBriefDatabase } from './database.ts';
import { type Mood, startProvider } from './provider.ts';

/** The account whose providers are told. */
export const ACCOUNT = '222';

/** A row of the outbox, as the table has it. */
export type OutboxRow = Readonly<Record<string, SqlValue>>;

/** An outbox with its worker, over real HTTP, in a time that stands until the test lets it pass. */
export async function openOutbox(
  t: Pick<TestContext, 'after'>,
  targets: Readonly<Record<string, WebhookTarget>>,
  timeout?: number,
) {
  const time = { at: Date.parse('2031-12-12T10:00:00Z') };
  const database = await makeBriefDatabase();
  const store = await database.open(() => time.at);
  const newId = createTimeOrderedIds();
  const lines: string[] = [];
  const known = new Map(Object.entries(targets));
  const allowed = new Set(Object.values(targets).map(({ url }) => new URL(url).origin));
  const worker = new OutboxWorker({
    store,
    clock: { now: async () => time.at },
    newId,
    targetOf: (_, provider) => known.get(provider),
    deliver: (message, target) => deliver(message, target, { allowed, timeout }),
    report: (line) => lines.push(line),
  });
  t.after(async () => {
    await worker.stop();
    await store.close();
  });
  await store.transaction((tx) => addAccount(tx, ACCOUNT));
  const put = async (tx: Transaction, type: Type, provider: string, reservationId: string) => {
    const messageId = newId();
    const body = JSON.stringify({ type, data: { accountId: ACCOUNT, itemReservationId: reservationId } });
    const message = { messageId, accountId: ACCOUNT, provider, reservationId, type, body };
    await insertMessage(tx, { ...message, createdAt: time.at });
  };
  return {
    store,
    worker,
    /** What an operator was told. */
    lines: lines as readonly string[],
    now: () => time.at,
    /** The catalogue names this provider no more. */
    forget: (provider: string) => known.delete(provider),
    /** So many sales for a provider, and the id of the last one's hold. */
    async sell(provider: string, count = 1): Promise<string> {
      let reservationId = '';
      await store.transaction(async (tx) => {
        for (let n = 0; n < count; n++) {
          reservationId = newId();
          await put(tx, 'item.confirmed', provider, reservationId);
        }
      });
      return reservationId;
    },
    /** Undoes a sale. */
    cancel: (provider: string, reservationId: string) =>
      store.transaction((tx) => put(tx, 'item.cancelled', provider, reservationId)),
    /** Lets ms pass, and what is due by then be delivered, or not. */
    async pass(ms: number): Promise<void> {
      time.at += ms;
      await worker.settled();
    },
    /** The messages for a provider, in the order of their making. */
    rows: (provider: string): Promise<OutboxRow[]> =>
      store.transaction((tx) =>
        tx.all<OutboxRow>('SELECT * FROM outbox WHERE provider = $1 ORDER BY message_id', provider),
      ),
  };
}

type Type = 'item.confirmed' | 'item.cancelled';

/** An outbox with two receivers; the garage does as it is told. */
export async function openTwoReceivers(t: Pick<TestContext, 'after'>, mood: Mood) {
  const [garage, tickets] = await Promise.all([startProvider(), startProvider()]);
  t.after(() => [garage, tickets].forEach((provider) => provider.stop()));
  garage.be(mood);
  return { garage, tickets, ...(await openOutbox(t, { garage, tickets })) };
}

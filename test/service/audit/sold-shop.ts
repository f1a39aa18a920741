import type { TestContext } from 'node:test';
import { cancel, confirm, release, reserve } from '../../../src/service/reservation/index.ts';
import { claimDueMessages, endMessage } from '../../../src/service/store/deliveries.ts';
import type { Store, Transaction } from '../../../src/service/store/store.ts';
import { Shop } from '../reservation/shop.ts';
import { makeDatabase } from '../support/database.ts';
import { callsOn } from '../support/calls.ts';

const ACCOUNT = 'shop';

/** A shop over a database of its own in which everything has happened once, each call under a key; named by what became of it. */
export async function openSoldShop(t: Pick<TestContext, 'after'>) {
  const database = await makeDatabase();
  const store = await database.open();
  t.after(async () => {
    await store.close();
    database.remove();
  });
  const shop = new Shop(store);
  shop.now = await store.transaction((tx) => tx.now());
  for (const account of [ACCOUNT, 'other']) await shop.addAccount(account);
  shop.sell('parking');
  await shop.supply('parking', 20);
  await shop.supply('parking', 20, 'other');
  const calls = callsTo(shop);
  const held = await calls.reserve('held');
  const [sold, undone, released] = [
    await calls.reserve('sold'),
    await calls.reserve('undone'),
    await calls.reserve('released'),
  ];
  await calls.confirm('sold', sold);
  await calls.confirm('undone', undone);
  await calls.cancel(undone);
  await calls.release('released', released);
  const unheld = await calls.confirm('unheld', { cartItemId: await shop.offer('parking'), quantity: 2 });
  shop.sell('fee', { provider: undefined as never });
  await shop.supply('fee', null);
  await calls.confirm('fee', { cartItemId: await shop.offer('fee'), quantity: 1 });
  await deliverOne(store, shop.now);
  const others = await shop.offer('parking', { accountId: 'other' });
  await shop.reserveOne(others, 1, 'cart', 'other');
  const ids = { held, sold, undone, released, unheld };
  return {
    database,
    store,
    shop,
    /** The `reservation_id` of each. */
    ids: Object.fromEntries(Object.entries(ids).map(([name, item]) => [name, guidOf(item)])) as Record<
      keyof typeof ids,
      string
    >,
  };
}

interface Item {
  readonly cartItemId: string;
  readonly itemReservationId?: string;
  readonly quantity?: number;
}

/** The calls of a partner for one line, each in a cart and an order of that name, as the routes make them. */
function callsTo(shop: Shop) {
  const calls = callsOn(shop.store);
  const run = async (operation: string, cart: string, work: (tx: Transaction) => Promise<unknown>) => {
    const key = { accountId: ACCOUNT, operation, idempotencyKey: `key-${cart}`, body: cart };
    const { text } = await calls.run(
      key,
      async () => shop.now,
      async (tx) => ({ sessionId: 'session', text: JSON.stringify(await work(tx)) }),
    );
    const { items: [item] = [] } = JSON.parse(text) as { items?: (Item & { success: boolean })[] };
    if (item?.success === false) throw new Error(`${operation} ${cart}: ${text}`);
    return item as Item & { itemReservationId: string };
  };
  const context = () => shop.context(ACCOUNT);
  return {
    async reserve(cartId: string) {
      const items = [{ cartItemId: await shop.offer('parking'), quantity: 2 }];
      return run('cart.reserve', cartId, (tx) => reserve(tx, context(), { cartId, items }));
    },
    confirm: (cartId: string, item: Item) =>
      run('cart.confirm', cartId, (tx) =>
        confirm(tx, context(), { cartId, orderId: cartId, items: [toConfirm(item)] }),
      ),
    release: (
      cartId: string,
      { cartItemId, itemReservationId }: Required<Pick<Item, 'cartItemId' | 'itemReservationId'>>,
    ) =>
      run('cart.release', cartId, (tx) =>
        release(tx, context(), { cartId, items: [{ cartItemId, itemReservationId }] }),
      ),
    cancel: ({ itemReservationId }: { itemReservationId: string }) =>
      run('confirmation.cancel', 'undone', (tx) => cancel(tx, context(), { itemReservationId })),
  };
}

function toConfirm({ cartItemId, itemReservationId, quantity = 2 }: Item) {
  return itemReservationId === undefined ? { cartItemId, quantity } : { cartItemId, itemReservationId };
}

async function deliverOne(store: Store, now: number): Promise<void> {
  const receiver = { accountId: ACCOUNT, provider: 'arrive' };
  await store.transaction(async (tx) => {
    const [message] = await claimDueMessages(tx, receiver, { now, lease: 'lease', limit: 1 });
    if (message) await endMessage(tx, message.messageId, 'lease', { state: 'delivered', error: null, now });
  });
}

function guidOf({ itemReservationId }: { itemReservationId: string }): string {
  return itemReservationId.split('.').at(-1) ?? '';
}

import { after } from 'node:test';
import { KEPT_FOR } from '../../../src/service/durations.ts';
import type { Catalogue } from '../../../src/service/catalogue/catalogue.ts';
import {
  cancel,
  confirm,
  release,
  reserve,
  type ReservationContext,
  type TestItem,
} from '../../../src/service/reservation/index.ts';
import { insertOfferedItem } from '../../../src/service/store/offered-items.ts';
import { supplyStock } from '../../../src/service/store/stock.ts';
import type { SqlValue, Store, Transaction } from '../../../src/service/store/store.ts';
import { createTimeOrderedIds } from '../../../src/service/store/time-ordered-id.ts';
import type { ConfirmRequest, ReserveRequest } from '../../../src/contract/wire.ts';
import { makeBriefDatabase } from '../support/database.ts';
import { parking, type Sold } from './parking.ts';

export { HOUR, MINUTE } from './parking.ts';

/** What {@link openShop} has opened: closed when the tests of the file are done. */
const opened: Shop[] = [];
after(() => Promise.all(opened.map((shop) => shop.store.close())));

/** A service's store with accounts and products, driven by what a partner and time do. */
export class Shop {
  readonly store: Store;
  now = Date.UTC(2031, 0, 1);
  testItem: TestItem | undefined;
  readonly #products = new Map<string, Sold>();
  readonly #newId: () => string;
  #offered = 0;

  constructor(store: Store, newId = createTimeOrderedIds()) {
    this.store = store;
    this.#newId = newId;
  }

  /** The same shop over a store that was opened again. */
  reopened(store: Store): Shop {
    const shop = new Shop(store, this.#newId);
    for (const [sku, product] of this.#products) shop.#products.set(sku, product);
    shop.#offered = this.#offered;
    shop.now = this.now;
    return shop;
  }

  readonly catalogue: Catalogue = {
    product: (sku) => {
      const sold = this.#products.get(sku);
      return sold && { ...sold, maximum: sold.perCart };
    },
    firstOffer: (sku) => this.#products.get(sku),
  };

  /** Sells a product from now on, under every account's name, or as it is described; none any more with `null`. */
  sell(sku: string, product: Partial<Sold> | null = {}): void {
    if (product) this.#products.set(sku, { ...parking, ...product });
    else this.#products.delete(sku);
  }

  /** There ever were so many of the product. */
  supply(sku: string, supplied: number | null, accountId = 'shop'): Promise<boolean> {
    return this.store.transaction((tx) => supplyStock(tx, accountId, sku, supplied));
  }

  async addAccount(accountId: string): Promise<void> {
    await this.run('INSERT INTO account (account_id, created_at) VALUES ($1, $2)', accountId, this.now);
  }

  /** Shows a shopper the product; the id of the impression. */
  offer(sku: string, options: { accountId?: string; linkedProductId?: string | null } = {}): Promise<string> {
    return this.store.transaction((tx) => this.#offer(tx, sku, options));
  }

  /** Holds the product in so many lines of one, each of an impression of its own. */
  async holdLines(sku: string, count: number): Promise<void> {
    const answer = await this.store.transaction(async (tx) => {
      const items = [];
      for (let line = 0; line < count; line++)
        items.push({ cartItemId: await this.#offer(tx, sku), quantity: 1 });
      return reserve(tx, this.context('shop'), { cartId: 'many lines', items });
    });
    if (!answer.items.every(({ success }) => success)) throw new Error('expected every line to be held');
  }

  async #offer(
    tx: Transaction,
    sku: string,
    { accountId = 'shop', linkedProductId = null as string | null } = {},
  ): Promise<string> {
    this.#offered++;
    const cartItemId = `impression-${this.#offered}`;
    const { unitPrice, currency, minimum, maximum } = this.#products.get(sku) ?? parking;
    const shown = { accountId, cartItemId, sessionId: 'session', sku, linkedProductId };
    const terms = { minimum, maximum };
    await insertOfferedItem(tx, { ...shown, unitPrice, currency, createdAt: this.now, terms });
    return cartItemId;
  }

  /** What the service's functions are told of who asks. */
  context(accountId: string): ReservationContext {
    return {
      accountId,
      sessionId: 'session',
      now: this.now,
      catalogue: this.catalogue,
      offeredFor: KEPT_FOR.selections,
      newId: this.#newId,
      testItem: this.testItem,
      confirmationUrl: (id) => `https://shop.example/confirmations/${id}`,
    };
  }

  async reserve(items: ReserveRequest['items'], cartId = 'cart', accountId = 'shop') {
    const answer = await this.store.transaction((tx) =>
      reserve(tx, this.context(accountId), { cartId, items }),
    );
    return answer.items;
  }

  /** Reserves one line; its answer. */
  async reserveOne(cartItemId: string, quantity = 1, cartId = 'cart', accountId = 'shop') {
    const [item] = await this.reserve([{ cartItemId, quantity }], cartId, accountId);
    return item!;
  }

  /** Reserves one line, which has to succeed. */
  async hold(cartItemId: string, quantity = 1, cartId = 'cart') {
    const item = await this.reserveOne(cartItemId, quantity, cartId);
    if (!item.success) throw new Error(`expected a hold, got ${item.error.code}`);
    return item;
  }

  async confirm(items: ConfirmRequest['items'], orderId = 'order', cartId = 'cart', accountId = 'shop') {
    const request = { cartId, orderId, items };
    const answer = await this.store.transaction((tx) => confirm(tx, this.context(accountId), request));
    return answer.items;
  }

  /** Confirms one line; its answer. */
  async confirmOne(
    item: ConfirmRequest['items'][number],
    orderId = 'order',
    cartId = 'cart',
    accountId = 'shop',
  ) {
    const [answer] = await this.confirm([item], orderId, cartId, accountId);
    return answer!;
  }

  async release(cartItemId: string, itemReservationId: string, cartId = 'cart', accountId = 'shop') {
    const request = { cartId, items: [{ cartItemId, itemReservationId }] };
    const answer = await this.store.transaction((tx) => release(tx, this.context(accountId), request));
    return answer.items[0]!;
  }

  cancel(itemReservationId: string, accountId = 'shop') {
    return this.store.transaction((tx) => cancel(tx, this.context(accountId), { itemReservationId }));
  }

  /** Raw rows. */
  async rows(sql: string, ...values: SqlValue[]): Promise<Record<string, SqlValue>[]> {
    const rows = await this.store.transaction((tx: Transaction) =>
      tx.all<Record<string, SqlValue>>(sql, ...values),
    );
    return rows.map((row) => ({ ...row }));
  }

  async run(sql: string, ...values: SqlValue[]): Promise<void> {
    await this.store.transaction((tx) => tx.run(sql, ...values));
  }

  /** How many of the product are free, from the raw row. */
  async available(sku: string, accountId = 'shop'): Promise<SqlValue | undefined> {
    const [row] = await this.rows(
      'SELECT available FROM stock WHERE account_id = $1 AND sku = $2',
      accountId,
      sku,
    );
    return row?.['available'];
  }
}

/** A shop with an own database that sells `parking`, three of it. */
export async function openShop(): Promise<Shop> {
  const database = await makeBriefDatabase();
  const shop: Shop = new Shop(await database.open(() => shop.now));
  opened.push(shop);
  await shop.addAccount('shop');
  shop.sell('parking');
  await shop.supply('parking', 3);
  return shop;
}

import assert from 'node:assert/strict';
import type { IdempotentCalls } from '../../../../src/service/idempotency/idempotent-calls.ts';
import { Refusal } from '../../../../src/service/refusal.ts';
import {
  cancel,
  confirm,
  release,
  reserve,
  type ReservationContext,
} from '../../../../src/service/reservation/index.ts';
import type { Transaction } from '../../../../src/service/store/store.ts';
import { makeDatabase, type TestDatabase } from '../../support/database.ts';
import { MINUTE, Shop } from '../shop.ts';
import { accounts, type Call } from './calls.ts';
import { BOUNDS, Model } from './model.ts';
import type { RawRows } from './raw-rows.ts';
import { callsOn } from '../../support/calls.ts';

/** One item of an answer. */
export interface AnsweredItem {
  readonly cartItemId: string;
  readonly itemReservationId?: string;
  readonly unitPrice?: number;
  readonly quantity?: number;
  readonly success: boolean;
  readonly error?: { readonly code: string; readonly value?: unknown };
}

/** What a call came to: its items, or the code that refused it whole. */
export type Answer = { readonly items: readonly AnsweredItem[] } | { readonly refused: string };

/** A call under its key, with what was answered. */
export interface Answered {
  readonly call: Call;
  readonly key: string;
  readonly answer: Answer;
  readonly at: number;
}

const products = {
  scarce: { holdTime: 10 * MINUTE, perCart: 3 },
  short: { holdTime: 5 * MINUTE, perCart: undefined },
  plenty: { holdTime: 10 * MINUTE, perCart: 4 },
};
export const skus = Object.keys(products);

/** The service's functions over a real database. */
export class World {
  shop: Shop;
  readonly database: TestDatabase;
  readonly answered: Answered[] = [];
  /** As the last step has left them. */
  lastRows: RawRows | undefined;
  #calls: IdempotentCalls;
  #keys = 0;

  private constructor(shop: Shop, database: TestDatabase) {
    this.shop = shop;
    this.database = database;
    this.#calls = callsOn(shop.store);
  }

  /** A shop with two accounts that sell the same three products, and the model that agrees with it. */
  static async open(): Promise<{ world: World; model: Model }> {
    const database = await makeDatabase();
    const shop = new Shop(await database.open());
    const world = new World(shop, database);
    const model = new Model(shop.now);
    for (const sku of skus) world.sell(model, sku, { price: 1_000 });
    for (const account of accounts) {
      await shop.addAccount(account);
      for (const [sku, supplied] of [
        ['scarce', 4],
        ['short', 3],
        ['plenty', null],
      ] as const) {
        assert.equal(await shop.supply(sku, supplied, account), true);
        model.supplied.set(`${account} ${sku}`, supplied);
      }
      for (const sku of ['plenty', 'short', 'scarce', 'scarce']) await world.offer(model, account, sku, null);
    }
    return { world, model };
  }

  /** Sells a product from now on at this price, so many to a cart: as before where nothing else is said. */
  sell(model: Model, sku: string, changed: { price?: number; perCart?: number | undefined }): void {
    const fixed = products[sku as keyof typeof products];
    const sold = { price: 1_000, ...fixed, ...model.products.get(sku), ...changed };
    const { price: unitPrice, holdTime, perCart } = sold;
    this.shop.sell(sku, { ...BOUNDS, unitPrice, holdTime, perCart });
    model.products.set(sku, sold);
  }

  async offer(model: Model, account: string, sku: string, link: string | null): Promise<string> {
    const item = await this.shop.offer(sku, { accountId: account, linkedProductId: link });
    const { price } = model.products.get(sku)!;
    model.offers.set(item, { account, sku, link, price, at: model.now });
    return item;
  }

  /** Sends a call under a key of its own. */
  async send(call: Call): Promise<Answer> {
    this.#keys++;
    const key = `key-${this.#keys}`;
    const answer = await this.#send(call, key);
    if ('items' in answer) this.answered.push({ call, key, answer, at: this.shop.now });
    return answer;
  }

  /** Sends a call again under the key that it had. */
  sendAgain({ call, key }: Answered): Promise<Answer> {
    return this.#send(call, key);
  }

  async #send(call: Call, key: string): Promise<Answer> {
    const context = this.shop.context(call.account);
    const { account: accountId, operation, request: body } = call;
    try {
      const { text } = await this.#calls.run(
        { accountId, operation, idempotencyKey: key, body },
        async () => this.shop.now,
        async (tx) => ({ sessionId: 'session', text: JSON.stringify(await answerOf(tx, context, call)) }),
      );
      const answer: unknown = JSON.parse(text);
      const items =
        operation === 'cancel' ? [answer as AnsweredItem] : (answer as { items: AnsweredItem[] }).items;
      return { items };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { refused: (error as Refusal).code };
    }
  }

  /** Closes the database and opens it again. */
  async reopen(): Promise<void> {
    await this.shop.store.close();
    this.shop = this.shop.reopened(await this.database.open());
    this.#calls = callsOn(this.shop.store);
  }
}

function answerOf(tx: Transaction, context: ReservationContext, call: Call): Promise<object> {
  if (call.operation === 'reserve') return reserve(tx, context, call.request);
  if (call.operation === 'confirm') return confirm(tx, context, call.request);
  if (call.operation === 'release') return release(tx, context, call.request);
  return cancel(tx, context, call.request);
}

import { type CartItemUpdate, isQuantity, isRecord, productKey } from '../../../src/model/index.ts';
import { allowedQuantity, toCartItemOf, updateBetween } from '../../../src/offers/offer-item.ts';
import {
  CART_ITEM_UPDATED,
  type Launcher,
  type Placement,
  type PlacementAttributes,
  type Selection,
  type Subscriber,
} from '../../../src/sdk/index.ts';
import type { Scenario, Treatment } from './scenario.ts';
import type { PlacementsListener, Sent } from './sent.ts';
import { openingItems, type SimulatedItem } from './simulated-item.ts';

/** Placements whose frames take their time; built of the first-party launcher's rules for quantities and messages. */
export class SimulatedPlacements {
  readonly selections: SimulatedSelection[] = [];
  readonly launcher: Launcher;

  constructor(scenario: Scenario, listener: PlacementsListener) {
    this.launcher = {
      selectPlacements: async ({ attributes }) => {
        const before = this.selections.at(-1);
        const selection = new SimulatedSelection(scenario, listener, attributes, before);
        this.selections.push(selection);
        return selection;
      },
    };
  }

  /** The one that the shopper sees. */
  get current(): SimulatedSelection | undefined {
    const last = this.selections.at(-1);
    return last?.isClosed ? undefined : last;
  }
}

/** The impression of one selection: its items have ids of its own. */
export class SimulatedSelection implements Selection {
  isClosed = false;
  isOpen = false;
  items: SimulatedItem[];
  /** Messages on their way to the page, by key. */
  readonly underWay = new Map<string, number>();
  readonly #scenario: Scenario;
  readonly #listener: PlacementsListener;
  readonly #callbacks = new Set<(event: unknown) => void>();
  readonly #ready: Promise<void>;
  /** Every id that a message has named. */
  readonly #told = new Set<string>();
  #count = 0;
  #readAt = 0;
  #heardAt = 0;

  constructor(
    scenario: Scenario,
    listener: PlacementsListener,
    attributes: PlacementAttributes,
    before: SimulatedSelection | undefined,
  ) {
    this.#scenario = scenario;
    this.#listener = listener;
    this.items = openingItems(scenario, attributes, before?.items ?? []);
    this.#ready = new Promise((resolve) => {
      setTimeout(() => {
        this.#open();
        resolve();
      }, scenario.loading);
    });
  }

  async getPlacements(): Promise<readonly Placement[]> {
    const on = () => ({ subscribe: () => undefined });
    return [{ on, ready: () => this.#ready, close: () => this.close(), send: async () => undefined }];
  }

  ready(): Promise<void> {
    return this.#ready;
  }

  on(name: string): Subscriber {
    return {
      subscribe: (callback) => {
        if (name === CART_ITEM_UPDATED) this.#callbacks.add(callback);
        return () => this.#callbacks.delete(callback);
      },
    };
  }

  send(_name: string, data: unknown): Promise<void> {
    const { cartItemId, quantity } = isRecord(data) ? data : {};
    if (typeof cartItemId !== 'string' || !isQuantity(quantity)) throw new TypeError('no such message');
    const treatment = this.#treatment();
    const at = this.#listener.now();
    const sent: Sent = { cartItemId, quantity, at, resolvedAt: at + treatment.resolving };
    this.#listener.sent(sent);
    this.#readAt = Math.max(this.#readAt, at + treatment.reading);
    if (!treatment.isLost) setTimeout(() => this.#read(cartItemId, sent, treatment), this.#readAt - at);
    return new Promise((resolve) => setTimeout(resolve, treatment.resolving));
  }

  async setAttributes(): Promise<void> {
    // What it opened with stays.
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }

  /** The shopper sets an item in the offer. */
  shopperSets(index: number, quantity: number): void {
    const item = this.items[index];
    if (item && this.isOpen) this.#change(item, quantity, this.#treatment(), item.cartItemId);
  }

  /** The placement says once more what the page knows. */
  repeat(index: number): void {
    const item = this.items[index];
    if (item && this.isOpen) this.#emit(updateBetween(item, item), this.#treatment());
  }

  #treatment(): Treatment {
    const { treatments } = this.#scenario;
    return treatments[this.#count++ % treatments.length] as Treatment;
  }

  #find(id: string): SimulatedItem | undefined {
    const { remembers } = this.#scenario;
    return this.items.find((item) => item.cartItemId === id || (remembers && item.lastCartItemId === id));
  }

  #open(): void {
    this.isOpen = true;
    for (const item of this.items) {
      if (item.quantity > 0)
        this.#emit(updateBetween({ ...item, cartItemId: item.lastCartItemId }, item), this.#treatment());
      else if (item.offer.minimum > 0) {
        this.#change(item, item.offer.minimum, this.#treatment(), item.cartItemId);
      }
    }
  }

  #read(id: string, sent: Sent, treatment: Treatment): void {
    const item = this.#find(id);
    if (!item || this.isClosed) return;
    if (treatment.isChatty && id === item.cartItemId) this.#emit(updateBetween(item, item), treatment);
    this.#change(item, sent.quantity, treatment, id, sent);
  }

  #change(item: SimulatedItem, wished: number, treatment: Treatment, oldId: string, sent?: Sent): void {
    const after = { ...item, quantity: allowedQuantity(item, wished) };
    this.items = this.items.map((one) => (one.cartItemId === item.cartItemId ? after : one));
    const update = updateBetween(item, after);
    const isOld = oldId !== item.cartItemId;
    // The first message on an item names the id of an earlier impression, if the placement keeps the contract.
    const isNamed = isOld && this.#scenario.namesOld && !this.#told.has(item.cartItemId);
    const oldCartItem = isNamed ? toCartItemOf({ ...item, cartItemId: oldId }) : update.oldCartItem;
    // Without that the page cannot pair the answer.
    if (sent) sent.granted = isOld && !isNamed ? NaN : after.quantity;
    this.#emit({ ...update, oldCartItem }, treatment, sent);
  }

  #emit(update: CartItemUpdate, { answering }: Treatment, answers?: Sent): void {
    const key = productKey((update.cartItem ?? update.oldCartItem) as never);
    const count = (by: number) => this.underWay.set(key, (this.underWay.get(key) ?? 0) + by);
    const now = this.#listener.now();
    this.#heardAt = Math.max(this.#heardAt, now + answering);
    count(1);
    for (const item of [update.cartItem, update.oldCartItem]) if (item) this.#told.add(item.cartItemId);
    setTimeout(() => {
      count(-1);
      if (this.isClosed) return;
      if (answers) answers.answeredAt = this.#listener.now();
      this.#listener.delivered(update, answers);
      for (const callback of this.#callbacks) callback({ body: update });
    }, this.#heardAt - now);
  }
}

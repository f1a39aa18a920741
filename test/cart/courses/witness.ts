import assert from 'node:assert/strict';
import type { Conflict } from '../../../src/cart/index.ts';
import { type CartItem, productKey } from '../../../src/model/index.ts';
import type { ScriptedSelection } from '../../../src/testing/index.ts';
import type { UpdateWish } from '../../../src/selection/index.ts';
import type { Coverage } from './coverage.ts';
import type { Step } from './course.ts';
import type { Sent } from './placements.ts';
import { Counts } from './counts.ts';
import { HandedOver } from './handed-over.ts';
import { OpenWishes } from './open-wishes.ts';
import type { Report } from './report.ts';
import type { ShopPage } from './shop-page.ts';
import type { Call } from './simulated-element.ts';
import type { ToldChange } from './stored-cart.ts';
import type { Watcher } from './watcher.ts';

/** Hears everything, and notes what should not have been. */
export class Witness implements Watcher {
  readonly reports: Report[] = [];
  readonly faults: unknown[] = [];
  /** Keys of what the cart has refused of this connection's. */
  readonly refused = new Set<string>();
  readonly wishes: OpenWishes;
  /** What a wish was lost of in the running selection. */
  readonly lost = new Set<string>();
  /** What the running selection has named, as far as the connection has heard. */
  readonly named = new Set<string>();
  /** Calls of the connection's, and changes that the cart was told. */
  calls = 0;
  tellings = 0;
  connections = 0;
  readonly #page: ShopPage;
  readonly #coverage: Coverage;
  readonly #handedOver: HandedOver;
  #pending: Call[] = [];
  /** How the sides stood when a call was made. */
  readonly #calledAt = new WeakMap<Call, string>();
  readonly #heardIds = new Set<string>();
  /** How often each item was told of. */
  readonly #heard = new Counts();
  /** How often the page itself has asked for an item. */
  readonly #pageCalls = new Counts();
  readonly #sent = new Counts();
  #selections = 0;
  /** What was held when the selection began. */
  #heldBefore: ReadonlySet<string> = new Set();

  constructor(page: ShopPage, coverage: Coverage) {
    this.#page = page;
    this.#coverage = coverage;
    this.wishes = new OpenWishes(page);
    this.#handedOver = new HandedOver(page);
  }

  stepped(step: Step): void {
    this.#coverage.noteStep(step, this.#page, this);
    this.wishes.stepped(step);
  }

  connected(): void {
    this.connections += 1;
    // What an earlier connection has asked is not this one's.
    this.#pending = this.#pending.filter(({ isOfConnection }) => !isOfConnection);
    this.wishes.forget();
    this.named.clear();
    this.refused.clear();
  }

  begun(): void {
    this.#selections += 1;
    this.#handedOver.begun();
    this.named.clear();
    this.lost.clear();
    this.#heldBefore = new Set(this.#page.element.cartItems.map(productKey));
  }

  /** Our own launcher is told what the cart holds. */
  opened(selection: ScriptedSelection): void {
    this.#expect(() => this.#handedOver.expectLines(selection));
  }

  /** What is said unchanged is news, too, where it has another id: the cart is told that one, and may refuse it anew. */
  heard(item: CartItem, isChange: boolean): void {
    const key = productKey(item);
    if (isChange || !this.named.has(key) || !this.#heardIds.has(item.cartItemId)) this.#heard.add(key);
    this.named.add(key);
    this.#heardIds.add(item.cartItemId);
  }

  reported(conflict: Conflict): void {
    this.#coverage.note(`told: ${conflict.kind}`);
    this.#expect(() => {
      assert.notEqual(conflict.kind, 'cart-failed', String(conflict.error));
      const key = productKey(conflict as { catalogItemId: string });
      const stamp = `${this.#stamp(key)} ${conflict.placementQuantity}`;
      const isAgain = this.reports.some((report) => report.stamp === stamp);
      this.reports.push({ key, conflict, sides: this.sides(key), connection: this.connections, stamp });
      assert.ok(!isAgain, `reported twice: ${conflict.kind} ${stamp}`);
    });
  }

  called(call: Call): void {
    const key = this.keyOf(call.wish);
    if (call.isOfConnection) {
      this.calls += 1;
      this.#expect(() => this.#expectDueCall(call, key));
    } else this.#pageCalls.add(key);
    this.#pending.push(call);
    this.#calledAt.set(call, this.#stamp(key));
  }

  /** What the element itself asks for is what it has held before: lines are the connection's to ask for. */
  sent(sent: Sent): void {
    this.#coverage.noteSent(sent, this.#page);
    const { key = '', cartItemId, quantity, isLost } = sent;
    if (isLost) this.lost.add(key);
    const isOwn = !this.isAsked(key);
    const isDue = !isOwn || this.#heldBefore.has(key);
    this.#expect(() => assert.ok(isDue, `asked by the element as well: ${key}`));
    if (isOwn || isLost) return;
    const call = this.#pending.find(({ wish, isPending }) => isPending && this.keyOf(wish) === key);
    // One that had to wait for another is sent for what was so when it was called.
    const wish = `${cartItemId} ${quantity} ${(call && this.#calledAt.get(call)) ?? this.#stamp(key)}`;
    // Where several hold a product, two wishes may begin with the same message.
    const allowed = Math.max(1, this.#page.placements.items(key).length) + this.#pageCalls.of(key);
    const count = this.#sent.add(wish);
    this.#expect(() => assert.ok(count <= allowed, `sent ${count} times, and nothing has changed: ${wish}`));
  }

  told({ change, isRefused }: ToldChange): void {
    const key = productKey(change);
    this.tellings += 1;
    this.wishes.told(key, change.quantity);
    if (isRefused) this.refused.add(key);
    this.#expect(() => this.#expectDueTelling(change.quantity, key));
  }

  /** True while the page waits for an answer on the item. */
  isAsked(key: string): boolean {
    return this.#pending.some((call) => call.isPending && this.keyOf(call.wish) === key);
  }

  /** How both sides of an item stand. */
  sides(key: string): string {
    const offered = this.#page.offer(key);
    const product = offered && this.#page.product(offered);
    return JSON.stringify([key, this.#page.line(key), this.#page.held(key), product]);
  }

  /** The item that is wished for. */
  keyOf(wish: UpdateWish): string {
    if (wish.cartItemId === undefined) return productKey(wish);
    return this.#page.placements.keys.get(wish.cartItemId) ?? wish.cartItemId;
  }

  /** One at a time; nothing that is so already; no more than a side has, unless the policy says so. */
  #expectDueCall({ wish }: Call, key: string): void {
    const isBusy = this.#pending.some(
      (call) => call.isPending && call.isOfConnection && this.keyOf(call.wish) === key,
    );
    assert.ok(!isBusy, `asked twice at once: ${key}`);
    const held = this.#page.held(key);
    const own = this.#page.element.cartItems.find(({ cartItemId }) => cartItemId === wish.cartItemId);
    // Of one among several of a product; in our own launcher there is one.
    const total = wish.quantity + (own ? held - own.quantity : 0);
    this.wishes.called(key, total, wish.quantity);
    assert.notEqual(total, held, `asked for what is held: ${this.sides(key)}`);
    const most = Math.max(this.#page.line(key), held);
    const mayRaise = this.#page.offer(key)?.policy === 'synchronized';
    assert.ok(total <= most || mayRaise, `asked for more than anybody wished: ${this.sides(key)}`);
  }

  /** What the placements hold, or what has to be where they have no word. */
  #expectDueTelling(quantity: number, key: string): void {
    const offered = this.#page.offer(key);
    const product = offered && this.#page.product(offered);
    const held = this.#page.held(key);
    if (quantity === held || (quantity === 0 && product === 0)) return;
    const isUnnamed = held === 0 && !this.named.has(key);
    const isPolicys = quantity === product && offered?.policy !== 'independent';
    assert.ok(isUnnamed && isPolicys, `told ${quantity}: ${this.sides(key)}`);
  }

  #expect(rule: () => void): void {
    try {
      rule();
    } catch (fault) {
      this.faults.push(fault);
    }
  }

  /** Changes whenever one of the sides does, and with each connection, selection and cart that comes. */
  #stamp(key: string): string {
    const product = this.#page.offer(key)?.linkedProductId ?? '';
    const changes = [key, product].map((name) => this.#page.store.changes.get(name) ?? 0);
    const more = [this.#page.cart.isThere, this.#heard.of(key)];
    return [this.connections, this.#selections, this.sides(key), ...changes, ...more].join();
  }
}

import assert from 'node:assert/strict';
import { productKey } from '../../../src/model/index.ts';
import type { Offered, Step } from './course.ts';
import type { ShopPage } from './shop-page.ts';

/** The shopper's last wish for a line, and how often a placement was asked for it since. */
interface OpenWish {
  readonly quantity: number;
  isAsked: boolean;
}

/** What the shopper has wished for in the cart and nobody has had a reason to forget. */
export class OpenWishes {
  readonly #page: ShopPage;
  readonly #wishes = new Map<string, OpenWish>();
  /** The lines that the connection has yet to act on, as they were before: who takes a wish back wishes nothing. */
  readonly #before = new Map<string, number>();
  /** What was asked for last. */
  readonly #asked = new Map<string, number>();

  constructor(page: ShopPage) {
    this.#page = page;
  }

  /** What else happens to an item, or to all, may be newer than a wish. */
  stepped({ act, index, quantity }: Step): void {
    const { offers } = this.#page.course;
    if (act === 'placement repeats') return;
    if (/^page [^a]/.test(act)) return this.forget();
    const key = productKey(offers[index] as Offered);
    if (act === 'cart sets line') return this.#wish(key, quantity);
    for (const offered of offers) {
      const isAbout = productKey(offered) === key || act === 'cart sets product';
      if (isAbout) this.#wishes.delete(productKey(offered));
    }
  }

  /** Whoever begins anew, such as another connection, takes both carts as they are. */
  forget(): void {
    this.#before.clear();
    this.#wishes.clear();
  }

  /** Of several items of a product one may have to go first. */
  called(key: string, total: number, quantity: number): void {
    const wish = this.#wishes.get(key);
    this.#asked.set(key, total);
    this.#before.delete(key);
    const isFirst = wish && quantity === 0 && total > wish.quantity;
    if (wish && (isFirst || wish.quantity === total)) wish.isAsked = true;
  }

  /** What the cart is told is what was wished: there it ends. */
  told(key: string, quantity: number): void {
    this.#before.delete(key);
    if (this.#wishes.get(key)?.quantity === quantity) this.#wishes.delete(key);
  }

  /** A wish is asked for, unless it is so. */
  expectAsked(): void {
    if (this.#page.element.phase !== 'ready') return;
    for (const [key, { quantity, isAsked }] of this.#wishes) {
      const isSo = this.#page.store.line(key) === quantity;
      assert.ok(isAsked || isSo, `nobody was asked for ${quantity}: ${key}`);
    }
  }

  #wish(key: string, quantity: number): void {
    const { element, store, cart, isConnected, course } = this.#page;
    const line = store.line(key);
    if (line === quantity) return;
    this.#wishes.delete(key);
    const before = this.#before.get(key) ?? line;
    this.#before.set(key, before);
    if (before === quantity) return;
    const offered = this.#page.offer(key);
    // A linked product may make something else of it, and a shop of what it is told.
    const product = offered && this.#page.product(offered);
    const isLinked = product !== undefined && (product === 0 || offered?.policy !== 'independent');
    const isFree = !isLinked && course.cart.most > 4;
    const isHeard = isConnected && cart.isThere && element.phase === 'ready' && store.underWay(key) === 0;
    // What is held already nobody has to be asked for, also where the placement takes it back later.
    const held = element.cartItems.filter((item) => productKey(item) === key);
    const isHeld = held.reduce((sum, item) => sum + item.quantity, 0) === quantity;
    if (isFree && isHeard && !isHeld)
      this.#wishes.set(key, { quantity, isAsked: this.#asked.get(key) === quantity });
  }
}

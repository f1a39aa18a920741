import { connect } from '../../../src/cart/connection.ts';
import type { CartUpsell } from '../../../src/cart/index.ts';
import type { align } from '../../../src/cart/align.ts';
import { type CartItem, productKey } from '../../../src/model/index.ts';
import { buildCartItem } from '../../../src/testing/index.ts';
import type { VirtualTime } from '../../support/virtual-time.ts';
import type { Course, Offered, Step } from './course.ts';
import { Placements } from './placements.ts';
import { SimulatedElement } from './simulated-element.ts';
import { PageCart, StoredCart } from './stored-cart.ts';
import type { Watcher } from './watcher.ts';

/** What of the connection is taken in its place. */
export interface Planted {
  readonly align?: typeof align;
  readonly Element?: typeof SimulatedElement;
}

/** A shop: its stored cart, its placements, and one page after another. */
export class ShopPage {
  readonly course: Course;
  readonly store: StoredCart;
  readonly placements: Placements;
  element!: SimulatedElement;
  cart!: PageCart;
  isConnected = false;
  watcher!: Watcher;
  readonly #time: VirtualTime;
  readonly #planted: Planted;
  #disconnect: () => void = () => undefined;

  constructor(course: Course, time: VirtualTime, planted: Planted) {
    this.course = course;
    this.#time = time;
    this.#planted = planted;
    this.store = new StoredCart(course.cart, time);
    this.placements = new Placements(course, time);
    course.products.forEach((quantity, index) => this.store.products.set(`laptop-${index + 1}`, quantity));
    course.offers.forEach((offered, index) => {
      const cartItemId = `earlier-${index}:scripted`;
      this.placements.keys.set(cartItemId, productKey(offered));
      const quantity = course.kept[index] ?? 0;
      if (quantity > 0) this.store.setLine({ ...offered, cartItemId }, quantity);
    });
  }

  /** The first page is opened. */
  begin(watcher: Watcher): void {
    this.watcher = watcher;
    this.store.onTold = (told) => watcher.told(told);
    this.placements.onSent = (sent) => watcher.sent(sent);
    this.placements.onOpened = (selection) => watcher.opened(selection);
    this.#openPage();
  }

  offer(key: string): Offered | undefined {
    return this.course.offers.find((offered) => productKey(offered) === key);
  }

  /** How many of the product that an offer hangs on are in the cart, as the page has it. */
  product({ linkedProductId }: Offered): number | undefined {
    if (linkedProductId === undefined) return undefined;
    return this.cart.isThere ? (this.store.products.get(linkedProductId) ?? 0) : 0;
  }

  /** The quantity of a line, as the page has it. */
  line(key: string): number {
    const lines = this.cart
      .lines()
      .filter(({ upsell }) => upsell && productKey(upsell as CartUpsell) === key);
    return lines.reduce((sum, { quantity }) => sum + quantity, 0);
  }

  /** What the element holds, as the page sees it. */
  held(key: string): number {
    const items = this.element.cartItems.filter((item) => productKey(item) === key);
    return items.reduce((sum, { quantity }) => sum + quantity, 0);
  }

  act(step: Step): void {
    const { act, index, quantity } = step;
    const offered = this.course.offers[index] as Offered;
    this.watcher.stepped(step);
    switch (act) {
      case 'cart sets line':
        return this.#setLine(offered, quantity);
      case 'cart sets product':
        return this.store.setProduct(`laptop-${(index % 2) + 1}`, quantity);
      case 'page asks':
        return this.#ask(offered, quantity);
      case 'shopper sets':
        return this.#shopperSets(offered, quantity, step.isTwin);
      case 'placement repeats':
        return this.repeat(productKey(offered));
      case 'placement renews':
        return this.#renew(offered);
      case 'page selects':
        return this.element.select();
      case 'page reconnects':
        return this.#connect();
      case 'page reloads':
        return this.#openPage();
      default:
        return this.element[act === 'page closes' ? 'close' : 'drop']();
    }
  }

  /** The placement says what it holds once more. */
  repeat(key: string): void {
    const { open } = this.placements;
    for (const item of this.placements.items(key)) open?.announce(item);
  }

  #openPage(): void {
    const { course, store } = this;
    this.end();
    (this.element as SimulatedElement | undefined)?.close();
    const rokt = this.placements.openPage();
    const { Element = SimulatedElement } = this.#planted;
    const element = new Element(rokt.launcher, course.launcher === 'own' ? 'offers' : 'hosted');
    this.element = element;
    this.cart = new PageCart(store, course, this.#time);
    element.onCall = (call) => this.watcher.called(call);
    element.asElement.addEventListener('cart-item-updated', ({ detail }) => {
      const { cartItem, oldCartItem, change } = detail;
      this.watcher.heard((cartItem ?? oldCartItem) as CartItem, change !== 'unchanged');
    });
    element.addEventListener('placements-loading', () => this.watcher.begun());
    if (course.connecting === 0) this.#connect();
    else this.#time.after(course.connecting, () => this.element === element && this.#connect());
    // An element, too, selects in the task after it was set up.
    this.#time.after(0, () => this.element === element && element.select());
  }

  #connect(): void {
    this.#disconnect();
    this.isConnected = true;
    this.watcher.connected();
    this.#disconnect = connect(
      this.element.asElement,
      this.cart,
      {
        policy: (item) => this.offer(productKey(item))?.policy ?? 'independent',
        onConflict: (conflict) => this.watcher.reported(conflict),
      },
      this.#planted.align,
    );
  }

  #setLine(offered: Offered, quantity: number): void {
    const key = productKey(offered);
    const { upsell } = this.store.upsells.get(key) ?? {};
    const [id] = this.element.cartItems.flatMap((item) => (productKey(item) === key ? item.cartItemId : []));
    const cartItemId = upsell?.cartItemId ?? id ?? `${key}:earlier`;
    this.placements.keys.set(cartItemId, key);
    this.store.setLine({ ...offered, cartItemId }, quantity);
  }

  #ask(offered: Offered, quantity: number): void {
    const key = productKey(offered);
    const item = this.element.cartItems.find((one) => productKey(one) === key);
    if (item) this.element.updateCartItem({ cartItemId: item.cartItemId, quantity }).catch(() => undefined);
  }

  #shopperSets(offered: Offered, wished: number, isTwin: boolean): void {
    const { open } = this.placements;
    const key = productKey(offered);
    const ids = this.placements.idsOf(key);
    const cartItemId = (isTwin ? ids.at(-1) : ids[0]) ?? '';
    if (!open || cartItemId === '' || this.placements.renewed.has(key)) return;
    const { catalogItemId, linkedProductId, minimum, maximum } = offered;
    const quantity = wished === 0 ? 0 : Math.min(maximum, Math.max(minimum, wished));
    open.shopperSets(buildCartItem({ cartItemId, catalogItemId, linkedProductId, quantity }));
  }

  end(): void {
    this.#disconnect();
    this.isConnected = false;
  }

  #renew(offered: Offered): void {
    const [item] = this.placements.items(productKey(offered));
    // Our own launcher keeps an item's id.
    if (item && this.course.launcher !== 'own') this.placements.renew(item);
  }
}

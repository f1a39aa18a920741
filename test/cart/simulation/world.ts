import { connectCart, type Conflict } from '../../../src/cart/index.ts';
import { type CartItem, productKey } from '../../../src/model/index.ts';
import type { InterleavingCount } from './interleavings.ts';
import type { Action, Offered, Scenario } from './scenario.ts';
import type { Sent } from './sent.ts';
import { SimulatedCart } from './simulated-cart.ts';
import { SimulatedElement } from './simulated-element.ts';
import { SimulatedPlacements } from './simulated-placements.ts';
import type { VirtualTime } from '../../support/virtual-time.ts';

/** A report, and how both sides stood. */
export interface Report {
  readonly conflict: Conflict;
  readonly sides: string;
  readonly stamp: string;
}

/** Both carts, what lies between them, and everything that was said. */
export class World {
  readonly scenario: Scenario;
  readonly time: VirtualTime;
  readonly cart: SimulatedCart;
  readonly placements: SimulatedPlacements;
  readonly element: SimulatedElement;
  readonly reports: Report[] = [];
  readonly sent: Sent[] = [];
  /** Items that more was asked of than any side had, though their policy does not say so. */
  readonly raised: string[] = [];
  /** What the page has heard of each item; changes of it, by key. */
  readonly heard = new Map<string, number>();
  /** Every pair of quantities that a message has told, as text. */
  readonly messages = new Set<string>();
  /** What this connection has heard of in the running selection. */
  readonly named = new Set<string>();
  readonly #count: InterleavingCount;
  #disconnect: (() => void) | undefined;
  #connections = 0;

  constructor(scenario: Scenario, time: VirtualTime, count: InterleavingCount) {
    this.scenario = scenario;
    this.time = time;
    this.#count = count;
    this.cart = new SimulatedCart(scenario.cart);
    this.placements = new SimulatedPlacements(scenario, {
      now: () => time.now,
      sent: (sent) => this.sent.push(sent),
      delivered: (update, answers) => {
        const { cartItem, oldCartItem } = update;
        this.messages.add(JSON.stringify([cartItem, oldCartItem]));
        const key = productKey((cartItem ?? oldCartItem) as CartItem);
        if (cartItem?.quantity !== oldCartItem?.quantity || !this.named.has(key)) this.#hear(key);
        this.named.add(key);
        count.note(
          'an id that changes in an answer',
          !!answers && !!oldCartItem && !!cartItem && cartItem.cartItemId !== oldCartItem.cartItemId,
        );
        if (answers) this.#noteAnswer(answers);
      },
    });
    this.element = new SimulatedElement(this.placements.launcher, time);
    this.element.onAsk = ({ wish }) => {
      const key = this.keyOf(wish);
      const most = Math.max(this.cart.line(key), this.placed(key));
      if (this.offer(key)?.policy !== 'synchronized' && wish.quantity > most) this.raised.push(key);
    };
    this.element.addEventListener('placements-loading', () => {
      this.named.clear();
      // A fresh impression is a change of every item.
      for (const one of scenario.offers) this.#hear(productKey(one));
    });
    scenario.products.forEach((quantity, index) => this.cart.products.set(`laptop-${index + 1}`, quantity));
    scenario.offers.forEach((offered, index) => {
      const quantity = scenario.kept[index] ?? 0;
      if (quantity > 0) this.cart.setLine({ ...offered, cartItemId: `${index}#kept` }, quantity);
    });
  }

  connect(): void {
    this.#disconnect?.();
    this.#connections++;
    this.named.clear();
    for (const item of this.element.cartItems) this.named.add(productKey(item));
    this.#disconnect = connectCart(this.element.asElement, this.cart, {
      policy: (item) => this.offer(productKey(item))?.policy ?? 'independent',
      onConflict: (conflict) => {
        const key = conflict.catalogItemId ? productKey(conflict as Pick<CartItem, 'catalogItemId'>) : '';
        this.reports.push({ conflict, sides: this.sides(key), stamp: this.stamp(key) });
        this.#count.note('a cart that refuses', conflict.kind === 'cart-refused');
        this.#count.note('a cart that makes something else of it', conflict.kind === 'cart-differs');
      },
    });
  }

  disconnect(): void {
    this.#disconnect?.();
    this.#disconnect = undefined;
  }

  offer(key: string): Offered | undefined {
    return this.scenario.offers.find((offered) => productKey(offered) === key);
  }

  product({ linkedProductId }: Offered): number | undefined {
    return linkedProductId ? (this.cart.products.get(linkedProductId) ?? 0) : undefined;
  }

  /** The placement's quantity as the page knows it. */
  placed(key: string): number {
    return this.element.cartItems.find((item) => productKey(item) === key)?.quantity ?? 0;
  }

  sides(key: string): string {
    const offered = this.offer(key);
    return JSON.stringify([key, this.cart.line(key), this.placed(key), offered && this.product(offered)]);
  }

  /** Changes whenever one of the sides does, and with each connection. */
  stamp(key: string): string {
    const product = this.offer(key)?.linkedProductId ?? '';
    const changes = [key, product].map((name) => this.cart.changes.get(name) ?? 0);
    return [this.#connections, this.sides(key), ...changes, this.heard.get(key) ?? 0].join();
  }

  isAsked(key: string): boolean {
    return this.element.calls.some((call) => call.settledCount === 0 && this.keyOf(call.wish) === key);
  }

  /** The item that an id stands for: it names the offer's place in the list. */
  keyOf({ cartItemId }: { readonly cartItemId: string }): string {
    return productKey(this.scenario.offers[Number(cartItemId.split('#')[0])] as Offered);
  }

  act({ act, index, quantity }: Action): void {
    const { scenario, cart, element, placements } = this;
    const offered = scenario.offers[index] as Offered;
    const key = productKey(offered);
    const selection = placements.current;
    const isAsked = this.isAsked(key);
    const isAnyAsked = element.calls.some((call) => call.settledCount === 0);
    const note = this.#count.note.bind(this.#count);
    const cartItemId =
      element.cartItems.find((item) => productKey(item) === key)?.cartItemId ??
      cart.upsells.get(key)?.upsell.cartItemId ??
      selection?.items[index]?.cartItemId ??
      `${index}#kept`;
    if (act === 'page sets line') {
      note('the page sets a line whose item is asked', isAsked);
      note('the page sets a line while a message on it is under way', !!selection?.underWay.get(key));
      note('the page sets a line while it is told', cart.underWay > 0);
      note('the page wishes before the placements are ready', element.phase === 'loading');
      cart.setLine({ ...offered, cartItemId }, quantity);
    } else if (act === 'page sets product') {
      const isGoing = quantity === 0 && index < 2;
      note('the product goes while its upsell is asked', isGoing && isAsked);
      note('the product goes while the cart is told', isGoing && cart.underWay > 0);
      cart.setProduct(`laptop-${(index % 2) + 1}`, quantity);
    } else if (act === 'page asks') {
      element.updateCartItem({ cartItemId, quantity }).catch(() => undefined);
    } else if (act === 'shopper sets') {
      note('the shopper sets an item that is asked', isAsked);
      selection?.shopperSets(index, quantity);
    } else if (act === 'placement repeats') {
      note('the placement repeats itself while an item is asked', isAsked);
      selection?.repeat(index);
    } else if (act === 'page selects anew') {
      note('a new selection while an item is asked', isAnyAsked);
      element.select();
    } else if (act === 'page reconnects') {
      note('the connection ends while an item is asked', isAnyAsked);
      this.connect();
    } else {
      note('the placements close while an item is asked', isAnyAsked);
      element.close();
    }
  }

  #hear(key: string): void {
    this.heard.set(key, (this.heard.get(key) ?? 0) + 1);
  }

  #noteAnswer({ granted, quantity, answeredAt = 0, resolvedAt }: Sent): void {
    const late = answeredAt - resolvedAt;
    this.#count.note('a placement that allows another quantity', granted !== quantity);
    this.#count.note('an answer before send() resolves', late < 0);
    this.#count.note('an answer within 250 ms after it', late > 0 && late < 250);
    this.#count.note('an answer later', late > 250);
  }
}

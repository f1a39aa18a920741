import { productKey } from '../../../src/model/index.ts';
import type { Offered, Step } from './course.ts';
import type { Sent } from './placements.ts';
import type { ShopPage } from './shop-page.ts';
import type { Witness } from './witness.ts';

/** What two carts come apart by; each has to have happened often. */
export const INTERLEAVINGS = [
  'the cart sets a line whose item is asked',
  'the cart sets a line while it is told',
  'the cart sets a line while the placements load',
  'the shopper sets an item that is asked',
  'the shopper sets an item before the cart is there',
  'the product goes while its upsell is asked',
  'the product goes while the cart is told',
  'a new selection while an item is asked',
  'a new page over lines of the last one, with documented placements',
  'a new page over lines of the last one, with shipped placements',
  'a new page over lines of the last one, with own placements',
  'the connection ends while an item is asked',
  'the placements close while an item is asked',
  'the placement repeats itself while an item is asked',
  'an id that nobody was told',
  'two items of one product',
  'our own launcher opens with what is held',
  'a wish under the id of an earlier visit',
  'told: cart-refused',
  'told: cart-differs',
  'told: linked-quantity',
  'told: product-gone',
  'told: unanswered',
  'told: unknown-item',
  'told: no-selection',
] as const;

/** How often each one happened. */
export class Coverage {
  readonly #counts = new Map<string, number>(INTERLEAVINGS.map((name) => [name, 0]));

  note(name: string, hasHappened = true): void {
    if (hasHappened) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  noteStep({ act, index, quantity }: Step, page: ShopPage, witness: Witness): void {
    const key = productKey(page.course.offers[index] as Offered);
    const isAsked = witness.isAsked(key);
    const isAnyAsked = page.course.offers.some((offered) => witness.isAsked(productKey(offered)));
    const isTold = page.store.underWay(key) > 0;
    const isGoing = act === 'cart sets product' && quantity === 0 && index < 2;
    this.note('the product goes while its upsell is asked', isGoing && isAsked);
    this.note('the product goes while the cart is told', isGoing && isTold);
    const isSetting = act === 'cart sets line';
    this.note('the cart sets a line whose item is asked', isSetting && isAsked);
    this.note('the cart sets a line while it is told', isSetting && isTold);
    this.note(
      'the cart sets a line while the placements load',
      isSetting && page.element.phase === 'loading',
    );
    const isShoppers = act === 'shopper sets';
    this.note('the shopper sets an item that is asked', isShoppers && isAsked);
    this.note('the shopper sets an item before the cart is there', isShoppers && !page.cart.isThere);
    this.note('a new selection while an item is asked', act === 'page selects' && isAnyAsked);
    const isReload = act === 'page reloads' && page.store.upsells.size > 0;
    this.note(`a new page over lines of the last one, with ${page.course.launcher} placements`, isReload);
    this.note('the connection ends while an item is asked', act === 'page reconnects' && isAnyAsked);
    this.note('the placements close while an item is asked', act === 'page closes' && isAnyAsked);
    this.note('the placement repeats itself while an item is asked', act === 'placement repeats' && isAsked);
    const isThere = page.placements.items(key).length > 0;
    this.note('an id that nobody was told', act === 'placement renews' && isThere);
    this.note('two items of one product', page.placements.items(key).length > 1);
  }

  noteSent({ selection, cartItemId }: Sent, page: ShopPage): void {
    const held = selection.request.heldItems ?? [];
    this.note('our own launcher opens with what is held', held.length > 0);
    const isThere = selection.cartItems.some((item) => item.cartItemId === cartItemId);
    this.note(
      'a wish under the id of an earlier visit',
      !isThere && page.course.kept.some((kept) => kept > 0),
    );
  }

  /** Those that happened fewer than `least` times. */
  rare(least: number): string[] {
    return [...this.#counts].flatMap(([name, count]) => (count < least ? name : []));
  }

  toString(): string {
    return [...this.#counts].map(([name, count]) => `${String(count).padStart(7)}  ${name}`).join('\n');
  }
}

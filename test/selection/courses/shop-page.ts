import assert from 'node:assert/strict';
import {
  type CartItem,
  type FactOf,
  type HeldItem,
  type ItemRef,
  productKey,
  type UpsellFact,
} from '../../../src/model/index.ts';
import { createGivenSource, type LauncherSource } from '../../../src/sdk/index.ts';
import { type FactEvent, UpsellSelection } from '../../../src/selection/index.ts';
import {
  createScriptedLauncher,
  type ScriptedLauncher,
  type ScriptedSelection,
} from '../../../src/testing/index.ts';
import type { VirtualTime } from '../../support/virtual-time.ts';
import { type Act, type CartWord, type Course, type Outcome, PRODUCTS } from './course.ts';
import { inOrder, ReplayedStore } from './replayed-store.ts';

type ItemFact = FactOf<'cart-item-updated'>;

/** A page with an upsell, a hosted launcher and one of its own, and all that was told. */
export class ShopPage {
  readonly upsell = new UpsellSelection();
  readonly facts: UpsellFact[] = [];
  /** Items whose placement has drawn them anew without a word: what is held under the old id is out of date. */
  readonly renewed = new Set<string>();
  readonly faults: unknown[] = [];
  /** How each request of the page's ended. */
  readonly results: unknown[] = [];
  asked = 0;
  readonly #course: Course;
  readonly #time: VirtualTime;
  readonly #store = new ReplayedStore();
  readonly #launchers: Record<'hosted' | 'offers', ScriptedLauncher>;
  /** Both may act on the page: the newest that was opened by each. */
  #open: ScriptedSelection | undefined;
  /** What was held when the newest try at a selection began. */
  #heldAtTry = new Set<ItemRef>();
  #isTrying = false;
  #works = 0;

  constructor(course: Course, time: VirtualTime) {
    this.#course = course;
    this.#time = time;
    const { manners } = course;
    this.#launchers = {
      hosted: createScriptedLauncher({ manners }),
      // Our own launcher answers each wish.
      offers: createScriptedLauncher({ manners: 'documented' }),
    };
    this.upsell.addEventListener('fact', (told) => {
      // What a listener throws reaches nobody else.
      try {
        this.#hear(told);
      } catch (fault) {
        this.faults.push(fault);
      }
    });
  }

  /** The placement that is on the page, if one is. */
  get open(): ScriptedSelection | undefined {
    return this.#open?.isClosed === false ? this.#open : undefined;
  }

  /** A store that only replays the events holds what the upsell says it holds. */
  expectReplayed(): void {
    assert.deepEqual(
      this.#store.cartItems,
      inOrder(this.upsell.state.cartItems),
      'a replaying store differs',
    );
  }

  /** What placements have been sent, selection by selection. */
  get selections(): readonly ScriptedSelection[] {
    return [...this.#launchers.hosted.selections, ...this.#launchers.offers.selections];
  }

  act(step: Act): void {
    switch (step.act) {
      case 'select':
        return this.#select(step);
      case 'cart comes':
        return this.#cartComes(this.#heldItems(step.cart) ?? []);
      case 'close':
        return this.upsell.close();
      case 'drop':
        return this.upsell.drop();
      case 'shopper sets':
        return this.#shopperSets(step.product, step.quantity);
      case 'page asks':
        return this.#ask({
          cartItemId: this.#item(step.product)?.cartItemId ?? 'stale:scripted',
          quantity: step.quantity,
        });
      case 'page asks by product':
        return this.#ask({ ...PRODUCTS[step.product]!, quantity: step.quantity });
      case 'announces again': {
        const item = this.#placed(step.product);
        if (item) this.open?.announce(item);
        return;
      }
      case 'renews': {
        const item = this.#placed(step.product);
        if (!item) return;
        this.renewed.add(productKey(item));
        this.open?.renew(item.cartItemId);
      }
    }
  }

  #select({ by, cart, outcomes }: Extract<Act, { act: 'select' }>): void {
    const heldItems = this.#heldItems(cart);
    const [first, second] = outcomes;
    // What the page's cart does not name goes before anything is tried.
    this.#isTrying = false;
    this.upsell.start({
      sources: () => {
        if (by === 'hosted') return [this.#source('hosted', first)];
        if (by === 'offers') return [this.#source('offers', second)];
        return [this.#source('hosted', first), this.#source('offers', second)];
      },
      attributes: { total: 1 },
      ...(heldItems ? { heldItems } : {}),
      timeout: 1_000,
      updateTimeout: 500,
    });
  }

  #source(servedBy: 'hosted' | 'offers', outcome: Outcome): LauncherSource {
    const rokt = this.#launchers[servedBy];
    return {
      ...createGivenSource(rokt.launcher),
      servedBy,
      acquire: async () => {
        if (this.#isTrying) this.#expectTryUndone();
        this.#isTrying = true;
        this.#heldAtTry = new Set(this.upsell.state.items.map(({ ref }) => ref));
        void rokt.nextSelection().then((selection) => this.#perform(selection, outcome));
        return rokt.launcher;
      },
    };
  }

  #perform(selection: ScriptedSelection, { ends, after, beforehand, maximum, gone }: Outcome): void {
    this.#open = selection;
    this.renewed.clear();
    this.#time.after(after, () => {
      if (ends === 'hanging') return;
      if (ends === 'refused') return selection.refuse();
      selection.open();
      const held = selection.request.heldItems ?? [];
      const offers = PRODUCTS.map((product, index) => {
        const kept = held.find((one) => productKey(one) === productKey(product));
        const quantity = Math.min(
          maximum,
          kept?.quantity ?? (held.length > 0 ? 0 : (beforehand[index] ?? 0)),
        );
        return { ...product, quantity, maximum, formerIds: kept ? [kept.cartItemId] : [] };
      }).filter((_, index) => !gone.includes(index));
      if (ends !== 'empty') selection.offer(offers);
      this.#time.after(after, () => {
        if (ends === 'failed') selection.fail();
        else if (ends === 'empty') selection.find(0);
        else selection.succeed();
      });
    });
  }

  #heldItems(cart: CartWord): readonly HeldItem[] | undefined {
    const items = this.upsell.state.cartItems.map(
      ({ cartItemId, catalogItemId, linkedProductId, quantity }) => ({
        cartItemId,
        catalogItemId,
        linkedProductId,
        quantity,
      }),
    );
    if (cart === 'unset') return undefined;
    if (cart === 'nothing') return [];
    if (cart === 'as held') return items;
    const other = { ...PRODUCTS[1], cartItemId: 'earlier-visit:scripted', quantity: 2 };
    return [...items.slice(1).filter((item) => productKey(item) !== productKey(other)), other];
  }

  #hear({ fact, waitUntil }: FactEvent): void {
    this.facts.push(fact);
    if (fact.type === 'placements-failed') this.#expectTryUndone();
    if (fact.type.startsWith('placements-')) this.#isTrying = false;
    if (fact.type !== 'cart-item-updated') return;
    this.#expectReason(fact);
    this.#store.take(fact.detail);
    this.expectReplayed();
    waitUntil?.(this.#work());
  }

  #cartComes(heldItems: readonly HeldItem[]): void {
    this.upsell.setHeldItems(heldItems);
  }

  /** Nothing is lost without a reason. */
  #expectReason({ ref, detail: { change, origin, oldCartItem } }: ItemFact): void {
    if (change !== 'removed' || origin !== 'selection') return;
    const isPlaced = this.open?.cartItems.some((item) => item.cartItemId === oldCartItem?.cartItemId);
    const isReady = this.upsell.state.phase === 'ready';
    assert.ok(!isReady || !isPlaced || this.#mayTakeBack, 'what the placement holds was lost');
    const wasHeld = this.#heldAtTry.has(ref);
    const isOpenings = this.#isTrying && !this.open;
    assert.ok(!isOpenings || !wasHeld || this.#mayTakeBack, 'what was held before was lost while loading');
  }

  /** A try that has failed leaves what was held before it, and nothing else. */
  #expectTryUndone(): void {
    for (const { ref } of this.upsell.state.items) {
      assert.ok(this.#heldAtTry.has(ref), 'a selection that failed has left an item behind');
    }
  }

  get #mayTakeBack(): boolean {
    return this.#course.refusals.includes(true);
  }

  #shopperSets(product: number, quantity: number): void {
    const item = this.#placed(product);
    if (item) this.open?.shopperSets({ ...item, quantity, totalPrice: item.unitPrice * quantity });
  }

  #ask(
    wish:
      | { readonly cartItemId: string; readonly quantity: number }
      | { readonly catalogItemId: string; readonly quantity: number },
  ): void {
    this.asked += 1;
    this.upsell.updateCartItem(wish).then(
      (result) => this.results.push(result),
      (error: unknown) => this.results.push(error),
    );
  }

  /** The item as the upsell says it. */
  #item(product: number): CartItem | undefined {
    const key = productKey(PRODUCTS[product]!);
    return this.upsell.state.cartItems.find((item) => productKey(item) === key);
  }

  /** The item as the placement has it. */
  #placed(product: number): CartItem | undefined {
    const key = productKey(PRODUCTS[product]!);
    return this.open?.cartItems.find((item) => productKey(item) === key);
  }

  #work(): Promise<void> {
    const { refusals, worksFor } = this.#course;
    const isRefused = refusals[this.#works++ % refusals.length];
    return new Promise((resolve, reject) => {
      this.#time.after(worksFor, () => {
        if (isRefused) reject(new Error('the shop refuses'));
        else resolve();
      });
    });
  }
}

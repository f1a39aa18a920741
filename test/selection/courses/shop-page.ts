import { type CartItem, type HeldItem, productKey } from '../../../src/model/index.ts';
import { createGivenSource, type LauncherSource } from '../../../src/sdk/index.ts';
import { UpsellSelection } from '../../../src/selection/index.ts';
import {
  createScriptedLauncher,
  type ScriptedLauncher,
  type ScriptedSelection,
} from '../../../src/testing/index.ts';
import type { VirtualTime } from '../../support/virtual-time.ts';
import { type Act, type CartWord, type Course, type Outcome, PRODUCTS } from './course.ts';
import { perform } from './perform.ts';
import { Witness } from './witness.ts';

/** A page with an upsell, a hosted launcher and one of its own, and all that was told. */
export class ShopPage {
  readonly upsell = new UpsellSelection();
  readonly witness: Witness;
  /** Items whose placement has drawn them anew without a word: what is held under the old id is out of date. */
  readonly renewed = new Set<string>();
  /** How each request of the page's ended. */
  readonly results: unknown[] = [];
  /** The quantities that the page has asked for. */
  readonly asks: number[] = [];
  readonly #course: Course;
  readonly #time: VirtualTime;
  readonly #launchers: Record<'hosted' | 'offers', ScriptedLauncher>;
  /** Both may act on the page: the newest that was opened by each. */
  #open: ScriptedSelection | undefined;
  #works = 0;
  /** What the page's cart was said to hold since the newest selection began, by product. */
  #inCart: ReadonlySet<string> = new Set();

  constructor(course: Course, time: VirtualTime) {
    this.#course = course;
    this.#time = time;
    const { manners } = course;
    this.#launchers = {
      hosted: createScriptedLauncher({ manners }),
      // Our own launcher answers each wish.
      offers: createScriptedLauncher({ manners: 'documented' }),
    };
    this.witness = new Witness(
      {
        upsell: this.upsell,
        open: () => this.open,
        isInCart: (cartItem) => this.#inCart.has(productKey(cartItem)),
        mayTakeBack: course.refusals.includes(true),
      },
      () => this.#work(),
    );
  }

  /** The placement that is on the page, if one is. */
  get open(): ScriptedSelection | undefined {
    return this.#open?.isClosed === false ? this.#open : undefined;
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
    this.#inCart = new Set(heldItems?.map(productKey));
    const [first, second] = outcomes;
    this.witness.selects();
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
        this.witness.tries();
        void rokt.nextSelection().then((selection) => {
          this.#open = selection;
          this.renewed.clear();
          perform(selection, outcome, this.#time);
        });
        return rokt.launcher;
      },
    };
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

  #cartComes(heldItems: readonly HeldItem[]): void {
    this.#inCart = new Set(heldItems.map(productKey));
    this.upsell.setHeldItems(heldItems);
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
    this.asks.push(wish.quantity);
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

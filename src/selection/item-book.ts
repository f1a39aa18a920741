import { type CartItemUpdate, type HeldItem, type ItemRef, productKey, updatedItem } from '../model/index.ts';
import type { UpdateWish } from './update-wish.ts';

/** What is sold, and the page's own product that it hangs on. */
type Product = Pick<HeldItem, 'catalogItemId' | 'linkedProductId'>;

/** What is known of one item. */
interface Entry {
  readonly ref: ItemRef;
  /** The id of its newest impression; undefined while only its product is known. */
  cartItemId?: string;
  /** Undefined while only an id is known. */
  product?: Product;
  /** True once a message of the running selection has named it. */
  isNamed: boolean;
}

/** What a message says about who it concerns. */
export interface NotedItem {
  readonly ref: ItemRef;
  /** True when the running selection has named it before. */
  readonly wasNamed: boolean;
  /** Another item that has turned out to be the same one. */
  readonly absorbed?: ItemRef | undefined;
}

/**
 * Which item is meant: the one place that knows. Ids of impressions come and go, each leads to its item for ever; across
 * selections an item is recognised by its product.
 */
export class ItemBook {
  readonly #entries = new Map<ItemRef, Entry>();
  readonly #byId = new Map<string, Entry>();
  readonly #isHeld: (ref: ItemRef) => boolean;
  #count = 0;

  constructor(isHeld: (ref: ItemRef) => boolean) {
    this.#isHeld = isHeld;
  }

  /** A new selection begins, or a new try at one: it has named nothing yet. */
  begin(): void {
    for (const entry of this.#entries.values()) entry.isNamed = false;
  }

  /** Takes note of a message: whom it concerns, and the id and product that the item has from now on. */
  note(update: CartItemUpdate): NotedItem {
    const item = update.cartItem ?? updatedItem(update);
    const there = this.#byId.get(item.cartItemId);
    const entry =
      this.#byId.get(updatedItem(update).cartItemId) ??
      there ??
      this.#fromEarlier(productKey(item)) ??
      this.#add();
    const absorbed = there === entry ? undefined : there;
    if (absorbed) this.#absorb(entry, absorbed);
    entry.product = productOf(item);
    // A removal names no new id.
    if (update.cartItem || entry.cartItemId === undefined) this.#learnId(entry, item.cartItemId);
    this.#byId.set(updatedItem(update).cartItemId, entry);
    const wasNamed = entry.isNamed;
    entry.isNamed = true;
    return { ref: entry.ref, wasNamed, absorbed: absorbed?.ref };
  }

  /** True when a message of the running selection has named the item. */
  isNamed(ref: ItemRef): boolean {
    return this.#entries.get(ref)?.isNamed === true;
  }

  /** The item that is wished for; undefined for a product that nobody has named. An id by itself always is an item. */
  find(wish: UpdateWish): ItemRef | undefined {
    if (wish.cartItemId === undefined) return this.#ofProduct(wish, wish.linkedProductId != null)?.ref;
    const entry = this.#byId.get(wish.cartItemId) ?? this.#add();
    if (entry.cartItemId === undefined) this.#learnId(entry, wish.cartItemId);
    return entry.ref;
  }

  /** The item that is wished for, where the launcher knows what it offers before it has named any of it. */
  expect(wish: UpdateWish): ItemRef {
    const ref = this.find(wish);
    if (ref !== undefined) return ref;
    const { catalogItemId = '', linkedProductId } = wish as Partial<HeldItem>;
    const entry = this.#add();
    // An id of our own, until the launcher tells the item's.
    entry.product = productOf({ catalogItemId, linkedProductId });
    this.#learnId(entry, productKey(entry.product));
    return entry.ref;
  }

  /** The item that a cart holds already, by its product or else its id. */
  hold(item: HeldItem): ItemRef {
    const entry = this.#byId.get(item.cartItemId) ?? this.#ofProduct(item, true) ?? this.#add();
    if (entry.cartItemId === undefined) this.#learnId(entry, item.cartItemId);
    entry.product ??= productOf(item);
    this.#byId.set(item.cartItemId, entry);
    return entry.ref;
  }

  /** What the placement knows the item by: the id of its newest impression, and its product. */
  nameOf(ref: ItemRef): Partial<Omit<HeldItem, 'quantity'>> {
    const { cartItemId, product } = this.#entries.get(ref) ?? {};
    return { ...(cartItemId === undefined ? {} : { cartItemId }), ...product };
  }

  /** True when the item is of that product. */
  isOf(ref: ItemRef, product: Product): boolean {
    const known = this.#entries.get(ref)?.product;
    return known !== undefined && productKey(known) === productKey(product);
  }

  #add(): Entry {
    const entry: Entry = { ref: ++this.#count, isNamed: false };
    this.#entries.set(entry.ref, entry);
    return entry;
  }

  #learnId(entry: Entry, cartItemId: string): void {
    entry.cartItemId = cartItemId;
    this.#byId.set(cartItemId, entry);
  }

  #absorb(entry: Entry, other: Entry): void {
    this.#entries.delete(other.ref);
    for (const [id, owner] of this.#byId) if (owner === other) this.#byId.set(id, entry);
  }

  /** An item of the product that the running selection has not named: one that is held first. */
  #fromEarlier(key: string): Entry | undefined {
    const earlier = this.#withKey(key).filter(({ isNamed }) => !isNamed);
    return earlier.find(({ ref }) => this.#isHeld(ref)) ?? earlier.at(-1);
  }

  /** The newest item of the product, one that was named first; a lone item is also found without its linked product. */
  #ofProduct({ catalogItemId, linkedProductId }: Product, isExact: boolean): Entry | undefined {
    const of = this.#withKey(productKey({ catalogItemId, linkedProductId }));
    const exact = of.filter(({ isNamed }) => isNamed).at(-1) ?? of.at(-1);
    if (exact || isExact) return exact;
    const alike = [...this.#entries.values()].filter(
      ({ product }) => product?.catalogItemId === catalogItemId,
    );
    return alike.length === 1 ? alike[0] : undefined;
  }

  #withKey(key: string): Entry[] {
    return [...this.#entries.values()].filter(({ product }) => product && productKey(product) === key);
  }
}

function productOf({ catalogItemId, linkedProductId }: Product): Product {
  return linkedProductId == null ? { catalogItemId } : { catalogItemId, linkedProductId };
}

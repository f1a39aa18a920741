import { type CartItemUpdate, type HeldItem, productKey, updatedItem } from '../model/index.ts';
import { Item, type Product, productOf } from './item.ts';
import type { UpdateWish } from './update-wish.ts';

/** Which item is meant: the one place that knows. Across selections an item is recognised by its product. */
export class ItemBook {
  /** Every item there ever was; the newest last. */
  readonly all: Item[] = [];
  readonly #isHeld: (item: Item) => boolean;

  constructor(isHeld: (item: Item) => boolean) {
    this.#isHeld = isHeld;
  }

  /** The item that a message concerns, which has its new id and product from now on. */
  note(update: CartItemUpdate): Item {
    const { cartItem } = update;
    const told = cartItem ?? updatedItem(update);
    const oldId = updatedItem(update).cartItemId;
    const item =
      this.#withId(oldId) ??
      this.#withId(told.cartItemId) ??
      this.#fromEarlier(told) ??
      this.#add(told.cartItemId, told);
    item.product = productOf(told);
    item.ids.add(oldId);
    // A removal names no new id; unless the running selection has given the item none before.
    if (cartItem || !item.isNamed) this.#give(item, told.cartItemId);
    return item;
  }

  /** The item that is wished for; undefined for a product that nobody has named. An id by itself always is an item. */
  find(wish: UpdateWish): Item | undefined {
    const { cartItemId } = wish;
    if (cartItemId === undefined) return this.#ofProduct(wish) ?? this.#lone(wish);
    return this.#withId(cartItemId) ?? this.#add(cartItemId);
  }

  /** The item of a product, under an id of ours while nobody has named it. */
  expect(product: Product): Item {
    return this.#ofProduct(product) ?? this.#add(productKey(product), product);
  }

  /** The item that a cart holds already: by its id where that is one of its product, or else by its product. */
  hold(held: HeldItem): Item {
    const known = this.#withId(held.cartItemId);
    const isAnothers = known?.key !== undefined && known.key !== productKey(held);
    const item =
      (isAnothers ? undefined : known) ?? this.#ofProduct(held) ?? this.#add(held.cartItemId, held);
    item.product ??= productOf(held);
    if (!known) item.ids.add(held.cartItemId);
    return item;
  }

  #add(id: string, product?: Product): Item {
    const item = new Item(id, product);
    this.all.push(item);
    return item;
  }

  /** An id leads to one item. */
  #give(item: Item, id: string): void {
    for (const other of this.all) other.ids.delete(id);
    item.id = id;
    item.ids.add(id);
  }

  #withId(id: string): Item | undefined {
    return this.all.find(({ ids }) => ids.has(id));
  }

  #like(product: Product): Item[] {
    const key = productKey(product);
    return this.all.filter((item) => item.key === key);
  }

  /** An item of the product that the running selection has not named: one that is held first. */
  #fromEarlier(product: Product): Item | undefined {
    const earlier = this.#like(product).filter(({ isNamed }) => !isNamed);
    return earlier.find(this.#isHeld) ?? earlier.at(-1);
  }

  /** The newest item of the product, one that was named first. */
  #ofProduct(product: Product): Item | undefined {
    const alike = this.#like(product);
    return alike.filter(({ isNamed }) => isNamed).at(-1) ?? alike.at(-1);
  }

  /** The only item of a catalogue item, where the wish does not say which product it hangs on. */
  #lone({ catalogItemId, linkedProductId }: Product): Item | undefined {
    const alike = this.all.filter(({ product }) => product?.catalogItemId === catalogItemId);
    return linkedProductId == null && alike.length === 1 ? alike[0] : undefined;
  }
}

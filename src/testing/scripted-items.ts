import { type CartItem, isQuantity, isRecord, type ItemStates, productKey } from '../model/index.ts';
import { buildCartItem } from './build-cart-item.ts';
import type { Limits, MannerRules } from './manners.ts';
import { freshCartItemId, type OfferTotal, providerOf, type ScriptedOffer } from './scripted-offer.ts';

/** An item and the bounds of its quantity. */
interface Entry {
  readonly item: CartItem;
  readonly minimum: number;
  readonly maximum: number;
  /** Shared by the items of one offer. */
  readonly total: Required<OfferTotal>;
  /** The page has heard of it. */
  readonly isTold: boolean;
}

/** The product that an id of any impression stands for. */
export type Impressions = Map<string, string>;

const UNBOUNDED = { minimum: 0, maximum: Infinity, total: { maximum: Infinity }, isTold: true } as const;

/** The items of one selection: what it offers, what it holds of them, and what it says when that changes. */
export class ScriptedItems {
  readonly #rules: MannerRules;
  readonly #impressions: Impressions;
  readonly #tell: (update: ItemStates) => void;
  #entries: readonly Entry[] = [];

  constructor(rules: MannerRules, impressions: Impressions, tell: (update: ItemStates) => void) {
    this.#rules = rules;
    this.#impressions = impressions;
    this.#tell = tell;
  }

  /** Those with a quantity above 0. */
  get held(): readonly CartItem[] {
    return this.#entries.map(({ item }) => item).filter(({ quantity }) => quantity > 0);
  }

  /** Adds the items of one offer, and tells nobody. */
  add(
    offers: readonly ScriptedOffer[],
    { maximum: totalMaximum = Infinity }: OfferTotal,
  ): readonly CartItem[] {
    const total = { maximum: totalMaximum };
    const added = offers.map(({ minimum = 0, maximum = Infinity, formerIds = [], ...given }) => {
      const cartItemId = freshCartItemId(given.catalogItemId);
      const item = buildCartItem({ cartItemId, quantity: 0, ...given });
      for (const id of [...formerIds, item.cartItemId]) this.#impressions.set(id, productKey(item));
      return { item, minimum, maximum, total, isTold: false };
    });
    this.#entries = [...this.#entries, ...added];
    return added.map(({ item }) => item);
  }

  /** What has this id now, or, at quantity 0, what `buildCartItem` makes of it. */
  get(cartItemId: string): CartItem {
    return this.#current(cartItemId)?.item ?? buildCartItem({ cartItemId, quantity: 0 });
  }

  /** The item known as `oldId` is `item` from now on, and both states are told. */
  become(oldId: string, item: CartItem): void {
    this.#change(this.#current(oldId), oldId, item);
  }

  /** `item` is held from now on, and told as if it had not been held before. */
  announce(item: CartItem): void {
    this.#put(this.#current(item.cartItemId), { item, isTold: true });
    this.#tell({ cartItem: item, oldCartItem: null });
  }

  /** Announces what is held and was never told. */
  announceUntold(): void {
    for (const { item, isTold } of this.#entries) if (item.quantity > 0 && !isTold) this.announce(item);
  }

  /** Announces what is held, told or not. */
  announceHeld(): void {
    for (const item of this.held) this.announce(item);
  }

  /** The item is a fresh impression, with an id that nobody is told. */
  renew(cartItemId: string): string {
    const entry = this.#currentOrThrow(cartItemId);
    const freshId = freshCartItemId(entry.item.catalogItemId, providerOf(cartItemId));
    this.#impressions.set(freshId, productKey(entry.item));
    this.#put(entry, { item: { ...entry.item, cartItemId: freshId } });
    return freshId;
  }

  /** The item is at 0 from now on, told only where the manners tell it. */
  fail(cartItemId: string): void {
    const entry = this.#currentOrThrow(cartItemId);
    const failed = atQuantity(entry.item, 0);
    if (this.#rules.tellsFailedItems) this.#change(entry, cartItemId, failed);
    else this.#put(entry, { item: failed });
  }

  /** Does with the body of a `V2_UPDATE_CART_ITEM` what the manners say. */
  carryOut(body: unknown): void {
    // Rokt's ignores a body with a price, whatever else is in it.
    if (!isRecord(body) || 'unitPrice' in body) return;
    const { cartItemId, quantity } = body;
    if (typeof cartItemId !== 'string' || !isQuantity(quantity)) return;
    const entry = this.#current(cartItemId) ?? this.#remembered(cartItemId);
    if (!entry) {
      this.#answerUnknown(cartItemId, quantity);
      return;
    }
    const granted = this.#rules.grant(quantity, this.#limitsOf(entry));
    if (granted !== undefined) this.#change(entry, cartItemId, atQuantity(entry.item, granted));
  }

  #answerUnknown(cartItemId: string, quantity: number): void {
    const provider = providerOf(cartItemId);
    const isOurs =
      provider !== undefined && this.#entries.some(({ item }) => providerOf(item.cartItemId) === provider);
    if (!this.#rules.clearsUnknownIds || !isOurs || quantity === 0) return;
    this.#tell({ cartItem: clearedItem(cartItemId), oldCartItem: null });
  }

  #limitsOf({ item, minimum, maximum, total }: Entry): Limits {
    const siblings = this.#entries.filter((entry) => entry.total === total);
    const held = siblings.reduce((sum, sibling) => sum + sibling.item.quantity, 0);
    return { held: item.quantity, minimum, maximum, room: total.maximum - held };
  }

  #current(cartItemId: string): Entry | undefined {
    return this.#entries.find(({ item }) => item.cartItemId === cartItemId);
  }

  #currentOrThrow(cartItemId: string): Entry {
    const entry = this.#current(cartItemId);
    if (entry) return entry;
    const ids = this.#entries.map(({ item }) => item.cartItemId).join(', ');
    throw new RangeError(`cartItemId: expected one of this selection's (${ids}), got ${cartItemId}`);
  }

  #remembered(cartItemId: string): Entry | undefined {
    const key = this.#impressions.get(cartItemId);
    if (!this.#rules.remembersIds || key === undefined) return undefined;
    return this.#entries.find(({ item }) => productKey(item) === key);
  }

  #change(entry: Entry | undefined, oldId: string, item: CartItem): void {
    const before = entry?.item;
    this.#put(entry, { item, isTold: true });
    const cartItem = item.quantity > 0 ? item : null;
    // Only an item that nobody knew has no old state.
    const isNew = cartItem?.cartItemId === oldId;
    const unheld = isNew ? null : { ...atQuantity(item, 0), cartItemId: oldId };
    const oldCartItem = before && before.quantity > 0 ? { ...before, cartItemId: oldId } : unheld;
    this.#tell({ cartItem, oldCartItem });
  }

  #put(entry: Entry | undefined, change: Pick<Entry, 'item'> & Partial<Entry>): void {
    if (entry) this.#entries = this.#entries.map((one) => (one === entry ? { ...entry, ...change } : one));
    else this.#entries = [...this.#entries, { ...UNBOUNDED, ...change }];
  }
}

/** `item` at another quantity, with the total that belongs to it. */
export function atQuantity(item: CartItem, quantity: number): CartItem {
  return { ...item, quantity, totalPrice: item.unitPrice * quantity };
}

/** What answers a wish for an impression that is no more: it has the asked id, and else nothing. */
function clearedItem(cartItemId: string): CartItem {
  const texts = { catalogItemId: '', currency: '', description: '', name: '', providerData: '' };
  return { cartItemId, ...texts, quantity: 0, unitPrice: 0, totalPrice: 0 };
}

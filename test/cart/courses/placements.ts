import { productKey } from '../../../src/model/index.ts';
import type { CartItem } from '../../../src/model/index.ts';
import {
  createScriptedLauncher,
  type ScriptedLauncher,
  type ScriptedSelection,
  type ScriptedSend,
} from '../../../src/testing/index.ts';
import type { VirtualTime } from '../../support/virtual-time.ts';
import type { Course, Offered, Opening } from './course.ts';

/** What a placement is asked. */
export interface Sent {
  readonly selection: ScriptedSelection;
  readonly key: string | undefined;
  readonly cartItemId: string;
  readonly quantity: number;
  /** True: the placement never gets it. */
  readonly isLost: boolean;
}

/** The side of the placements: one scripted launcher for each page, whose selections open and answer as the course says. */
export class Placements {
  /** What ids of all times stand for. */
  readonly keys = new Map<string, string>();
  /** Items that were drawn anew without a word: what is held under the old id is out of date. */
  readonly renewed = new Set<string>();
  /** Told of each selection that is asked for. */
  onOpened: (selection: ScriptedSelection) => void = () => undefined;
  /** Told of each wish that is sent. */
  onSent: (sent: Sent) => void = () => undefined;
  readonly #course: Course;
  readonly #time: VirtualTime;
  readonly #offered = new WeakMap<ScriptedSelection, readonly CartItem[]>();
  #current: ScriptedSelection | undefined;
  #selections = 0;
  #sends = 0;

  constructor(course: Course, time: VirtualTime) {
    this.#course = course;
    this.#time = time;
  }

  /** The selection that is on the page, if one is. */
  get open(): ScriptedSelection | undefined {
    return this.#current?.isClosed === false ? this.#current : undefined;
  }

  /** A page of its own: another launcher, that knows earlier ids only as the course says. */
  openPage(): ScriptedLauncher {
    const { launcher } = this.#course;
    const manners = launcher === 'shipped' ? 'shipped' : 'documented';
    const rokt = createScriptedLauncher({ manners, handling: 'when-told' });
    this.#serve(rokt);
    return rokt;
  }

  /** What the placement holds of a product, all impressions together. */
  quantity(key: string): number {
    return this.items(key).reduce((sum, { quantity }) => sum + quantity, 0);
  }

  items(key: string): readonly CartItem[] {
    return this.open?.cartItems.filter((item) => productKey(item) === key) ?? [];
  }

  /** The ids under which the running selection offers a product. */
  idsOf(key: string): readonly string[] {
    return this.#offeredBy(this.open)
      .filter((item) => productKey(item) === key)
      .map(({ cartItemId }) => cartItemId);
  }

  /** The item is drawn anew, and nobody is told. */
  renew(item: CartItem): void {
    const id = this.open?.renew(item.cartItemId);
    this.renewed.add(productKey(item));
    if (id !== undefined) this.keys.set(id, productKey(item));
  }

  #offeredBy(selection: ScriptedSelection | undefined): readonly CartItem[] {
    return (selection && this.#offered.get(selection)) ?? [];
  }

  #serve(rokt: ScriptedLauncher): void {
    void rokt.nextSelection().then((selection) => {
      const { openings } = this.#course;
      this.#current = selection;
      this.onOpened(selection);
      this.renewed.clear();
      this.#play(selection, openings[this.#selections++ % openings.length] as Opening);
      this.#listen(selection);
      this.#serve(rokt);
    });
  }

  #play(selection: ScriptedSelection, { ends, after, gone }: Opening): void {
    this.#time.after(after, () => {
      selection.open();
      if (ends !== 'empty') this.#offer(selection, gone);
      // Our own launcher has named what it opens with before it is ready.
      const rest = this.#course.launcher === 'own' ? after + 1 : after;
      this.#time.after(rest, () => {
        if (ends === 'failed') selection.fail();
        else if (ends === 'empty') selection.find(0);
        else selection.succeed();
      });
    });
  }

  #offer(selection: ScriptedSelection, gone: readonly number[]): void {
    const { offers, hasTwin, launcher } = this.#course;
    const there = offers.filter((_, index) => !gone.includes(index));
    // Whoever remembers ids of earlier visits by their product cannot tell twins apart.
    const twins = hasTwin && launcher === 'shipped' ? there : [];
    const items = selection.offer([
      ...there.map((offered) => this.#toOffer(offered, selection)),
      ...twins.map((offered) => ({ ...this.#toOffer(offered, selection), quantity: 0, formerIds: [] })),
    ]);
    this.#offered.set(selection, items);
    for (const item of items) this.keys.set(item.cartItemId, productKey(item));
  }

  #toOffer(offered: Offered, selection: ScriptedSelection) {
    const { catalogItemId, linkedProductId, minimum, maximum, beforehand } = offered;
    const { launcher, remembers } = this.#course;
    const product = linkedProductId === undefined ? { catalogItemId } : { catalogItemId, linkedProductId };
    const key = productKey(product);
    const earlier = [...this.keys].filter(([, of]) => of === key).map(([id]) => id);
    const isOwn = launcher === 'own';
    const held = (selection.request.heldItems ?? [])
      .filter((item) => productKey(item) === key)
      .reduce((sum, item) => sum + item.quantity, 0);
    return {
      ...product,
      minimum,
      maximum,
      quantity: Math.min(maximum, isOwn ? held : beforehand),
      // Our own launcher also finds what it offers by the product, which the page makes an id of.
      formerIds: isOwn || remembers ? [...earlier, ...(isOwn ? [key] : [])] : [],
    };
  }

  #listen(selection: ScriptedSelection): void {
    void selection.nextSend().then((send) => {
      this.#treat(selection, send);
      this.#listen(selection);
    });
  }

  #treat(selection: ScriptedSelection, send: ScriptedSend): void {
    const { treatments, launcher } = this.#course;
    const treatment = treatments[this.#sends++ % treatments.length]!;
    const { cartItemId, quantity, catalogItemId, linkedProductId } = send.data as Sent & Offered;
    const key =
      this.keys.get(cartItemId) ??
      (catalogItemId ? productKey({ catalogItemId, linkedProductId }) : undefined);
    this.onSent({ selection, key, cartItemId, quantity, isLost: treatment.loss !== 'none' });
    if (treatment.loss !== 'unresolved') this.#time.after(treatment.resolving, () => send.resolve());
    if (treatment.loss !== 'none') return;
    this.#time.after(treatment.reading, () => {
      if (treatment.isChatty)
        for (const item of key === undefined ? [] : this.items(key)) selection.announce(item);
      const isOffered = this.#offeredBy(selection).some((item) => productKey(item) === key);
      if (launcher === 'own' && !isOffered) this.#clear(selection, cartItemId);
      send.handle();
    });
  }

  /** Our own launcher says at once that it knows nothing of an id. */
  #clear(selection: ScriptedSelection, cartItemId: string): void {
    const texts = { catalogItemId: '', currency: '', description: '', name: '', providerData: '' };
    const cartItem = { cartItemId, ...texts, quantity: 0, unitPrice: 0, totalPrice: 0 };
    if (!selection.isClosed) selection.emit('V2_CART_ITEM_UPDATED', { cartItem, oldCartItem: null });
  }
}

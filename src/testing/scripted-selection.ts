import type { CartItem } from '../model/index.ts';
import type { PlacementAttributes, Selection, SelectPlacementsOptions } from '../sdk/index.ts';
import { Queue } from './queue.ts';
import { atQuantity, ScriptedItems } from './scripted-items.ts';
import type { OfferTotal, ScriptedOffer } from './scripted-offer.ts';
import { ScriptedSend } from './scripted-send.ts';
import { SelectionCourse } from './selection-course.ts';
import type { Stage } from './stage.ts';

/**
 * One selection whose course and messages a test decides. It implements Rokt's Selection; all other members are the test's.
 *
 * Once it was given an offer it acts by itself: it announces what is selected beforehand, and handles what the page sends.
 */
export class ScriptedSelection extends SelectionCourse implements Selection {
  /** What was added by `setAttributes`, in order. */
  readonly attributesSet: PlacementAttributes[] = [];
  readonly #sends = new Queue<ScriptedSend>();
  readonly #items: ScriptedItems;
  #hasOffers = false;

  constructor(request: SelectPlacementsOptions, stage: Stage) {
    super(request, stage);
    this.#items = new ScriptedItems(stage.rules, stage.impressions, (update) => {
      for (const { name, event } of stage.rules.toMessages(update)) this.emitEvent(name, event);
    });
  }

  send(name: string, data: unknown): Promise<void> {
    const send = new ScriptedSend(name, data, {
      answer: (answer) => this.#answer(data as Partial<CartItem>, answer),
      handle: () => this.#handle(name, data),
    });
    this.#sends.push(send);
    if (this.#hasOffers && this.stage.rules.handling !== 'when-told') this.#soon(() => send.handle());
    return send.promise;
  }

  async setAttributes(attributes: PlacementAttributes): Promise<void> {
    this.attributesSet.push(attributes);
  }

  /** The next message that the page sent and no one has taken yet, whatever its name. */
  nextSend(): Promise<ScriptedSend> {
    return this.#sends.next();
  }

  /** Every message the page has sent. */
  get sends(): readonly ScriptedSend[] {
    return this.#sends.all;
  }

  /** Sends the page a message. */
  emit(name: string, body: unknown = {}): void {
    this.emitEvent(name, { body });
  }

  /** Sends the page an event of any shape, also of a wrong one. */
  emitEvent(name: string, event: unknown): void {
    this.port.emitEvent(name, event);
  }

  /** Asks the page to open a link, in the form that the manners have for it. */
  requestLink(url: string): void {
    this.emitEvent('LINK_NAVIGATION_REQUEST', this.stage.rules.toLinkEvent(url));
  }

  /** How many listen to `name`. */
  listenerCount(name: string): number {
    return this.port.listenerCount(name);
  }

  /**
   * Offers items, and from now on acts by itself; the result tells their ids.
   *
   * What is selected beforehand is announced as soon as the page has asked for the placements, ready or not.
   */
  offer(items: readonly ScriptedOffer[], total: OfferTotal = {}): readonly CartItem[] {
    this.#hasOffers = true;
    const offered = this.#items.add(items, total);
    if (this.isAsked) this.beginToSpeak();
    return offered;
  }

  /** What it holds now. */
  get cartItems(): readonly CartItem[] {
    return this.#items.held;
  }

  /** The shopper sets `item` to its quantity, 0 to remove it; the message tells the old state as well. */
  shopperSets(item: CartItem): void {
    this.#items.become(item.cartItemId, item);
  }

  /** Says that `item` was added, whether or not it was held before. */
  announce(item: CartItem): void {
    this.#items.announce(item);
  }

  /** The item is drawn anew: it has another id, which is returned and not told. The old one is stale. */
  renew(cartItemId: string): string {
    return this.#items.renew(cartItemId);
  }

  /** The item fails, and is at 0: without a message if shipped, told as a removal if documented. */
  failItem(cartItemId: string): void {
    this.#items.fail(cartItemId);
  }

  protected override beginToSpeak(): void {
    this.#soon(() => this.#unlessOver(() => this.#items.announceUntold()));
  }

  protected override beReady(): void {
    if (!this.#hasOffers || !this.stage.rules.announcesAgain) return;
    setTimeout(() => this.#unlessOver(() => this.#items.announceHeld()));
  }

  #answer(wish: Partial<CartItem>, answer: Partial<CartItem>): void {
    const oldId = wish.cartItemId ?? '';
    const quantity = answer.quantity ?? wish.quantity ?? 0;
    const wished = atQuantity(this.#items.get(oldId), quantity);
    this.#items.become(oldId, { ...wished, ...answer, quantity });
  }

  #handle(name: string, data: unknown): void {
    if (name === 'V2_UPDATE_CART_ITEM') this.#unlessOver(() => this.#items.carryOut(data));
  }

  /** Acts before whoever has called goes on, or in a later task. */
  #soon(act: () => void): void {
    if (this.stage.rules.handling === 'at-once') act();
    else setTimeout(act);
  }

  #unlessOver(act: () => void): void {
    if (!this.isOver) act();
  }
}

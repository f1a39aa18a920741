import type { CartItem } from '../model/index.ts';
import type {
  Placement,
  PlacementAttributes,
  Selection,
  SelectPlacementsOptions,
  Subscriber,
} from '../sdk/index.ts';
import { buildCartItem } from './build-cart-item.ts';
import { createDeferred } from './deferred.ts';
import { Queue } from './queue.ts';
import { ScriptedPlacement } from './scripted-placement.ts';
import { ScriptedPort, type SubscribeReturns } from './scripted-port.ts';
import { ScriptedSend } from './scripted-send.ts';

/** One selection whose course a test decides. It implements Rokt's Selection; all other members are the test's. */
export class ScriptedSelection implements Selection {
  /** What it was asked for. */
  readonly request: SelectPlacementsOptions;
  /** What was added by `setAttributes`, in order. */
  readonly attributesSet: PlacementAttributes[] = [];
  readonly context: { readonly sessionId: Promise<string> };
  isClosed = false;
  readonly #returns: SubscribeReturns;
  readonly #port: ScriptedPort;
  readonly #session = createDeferred<string>();
  readonly #selecting = createDeferred<Selection>();
  readonly #placements = createDeferred<readonly ScriptedPlacement[]>();
  readonly #sends = new Queue<ScriptedSend>();
  readonly #held = new Map<string, CartItem>();

  constructor(request: SelectPlacementsOptions, returns: SubscribeReturns) {
    this.request = request;
    this.#returns = returns;
    this.#port = new ScriptedPort(returns);
    this.context = { sessionId: this.#session.promise };
  }

  /** What `selectPlacements` returned to the page. */
  get selecting(): Promise<Selection> {
    return this.#selecting.promise;
  }

  getPlacements(): Promise<readonly Placement[]> {
    return this.#placements.promise;
  }

  async ready(): Promise<void> {
    await Promise.all((await this.#placements.promise).map((placement) => placement.ready()));
  }

  on(name: string): Subscriber {
    return this.#port.on(name);
  }

  send(name: string, data: unknown): Promise<void> {
    const send = new ScriptedSend(name, data, (answer) => this.#answer(data as Partial<CartItem>, answer));
    this.#sends.push(send);
    return send.promise;
  }

  async setAttributes(attributes: PlacementAttributes): Promise<void> {
    this.attributesSet.push(attributes);
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }

  /** `selectPlacements` resolves with this selection, or with whatever is given instead. */
  open(instead: unknown = this): void {
    this.#selecting.resolve(instead as Selection);
  }

  /** `selectPlacements` rejects. */
  refuse(reason: unknown = new Error('no selection')): void {
    this.#selecting.reject(reason);
  }

  /** Selection is done: it has found `count` placements, none of which is ready yet. */
  find(count: number): readonly ScriptedPlacement[] {
    const placements = Array.from({ length: count }, () => new ScriptedPlacement(this.#returns));
    this.open();
    this.#placements.resolve(placements);
    return placements;
  }

  /** Selection is done, and one placement is ready. */
  succeed(): ScriptedPlacement {
    const [placement] = this.find(1) as [ScriptedPlacement];
    placement.becomeReady();
    return placement;
  }

  /** Selection fails after it was opened. */
  fail(reason: unknown = new Error('selection failed')): void {
    this.open();
    this.#placements.reject(reason);
  }

  /** The session id becomes known. */
  pair(sessionId: string): void {
    this.#session.resolve(sessionId);
  }

  /** The next message that the page sent and no one has taken yet. */
  nextSend(): Promise<ScriptedSend> {
    return this.#sends.next();
  }

  /** Every message the page has sent. */
  get sends(): readonly ScriptedSend[] {
    return this.#sends.all;
  }

  /** The shopper sets `item` to its quantity, 0 to remove it; the message tells the old state as well. */
  shopperSets(item: CartItem): void {
    this.#become(item.cartItemId, item);
  }

  /** Sends the page a message. */
  emit(name: string, body: unknown = {}): void {
    this.emitEvent(name, { body });
  }

  /** Sends the page an event of any shape, also of a wrong one. */
  emitEvent(name: string, event: unknown): void {
    this.#port.emitEvent(name, event);
  }

  /** How many listen to `name`. */
  listenerCount(name: string): number {
    return this.#port.listenerCount(name);
  }

  #answer(wish: Partial<CartItem>, answer: Partial<CartItem>): void {
    const oldId = wish.cartItemId ?? '';
    const old = this.#held.get(oldId) ?? buildCartItem({ cartItemId: oldId, quantity: 0 });
    const quantity = answer.quantity ?? wish.quantity ?? 0;
    this.#become(oldId, { ...old, totalPrice: old.unitPrice * quantity, ...answer, quantity });
  }

  /** The item known as `oldId` is `item` from now on. Only an item that nobody knew has no old state. */
  #become(oldId: string, item: CartItem): void {
    const old = this.#held.get(oldId) ?? null;
    this.#held.delete(oldId);
    if (item.quantity > 0) this.#held.set(item.cartItemId, item);
    const cartItem = item.quantity > 0 ? item : null;
    const isNew = cartItem?.cartItemId === oldId;
    const oldCartItem = old ?? (isNew ? null : { ...item, cartItemId: oldId, quantity: 0, totalPrice: 0 });
    this.emit('V2_CART_ITEM_UPDATED', { cartItem, oldCartItem });
  }
}

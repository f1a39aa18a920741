import type { UpsellElement } from '../../../src/cart/index.ts';
import { HeldItemsInput } from '../../../src/element/held-items-input.ts';
import type { HeldItems } from '../../../src/model/index.ts';
import type { CartItem, ServedBy, UpsellPhase } from '../../../src/model/index.ts';
import type { Launcher, LauncherSource } from '../../../src/sdk/index.ts';
import { type UpdateResult, UpsellSelection, type UpdateWish } from '../../../src/selection/index.ts';

/** One call of `updateCartItem`. */
export interface Call {
  readonly wish: UpdateWish;
  /** True for the connection's own; it ends its calls by a signal. */
  readonly isOfConnection: boolean;
  isPending: boolean;
}

/** `<rokt-upsell>` without a document: the real selection behind the same events, properties and method. */
export class SimulatedElement extends EventTarget {
  readonly localName = 'rokt-upsell';
  readonly isConnected = true;
  /** Told of each call, before it is made. */
  onCall: (call: Call) => void = () => undefined;
  readonly #selection = new UpsellSelection();
  readonly #input = new HeldItemsInput();
  #heldItems: HeldItems | undefined;
  readonly #launcher: Launcher;
  readonly #servedBy: ServedBy;

  constructor(launcher: Launcher, servedBy: ServedBy) {
    super();
    this.#launcher = launcher;
    this.#servedBy = servedBy;
    this.#selection.addEventListener('fact', ({ fact }) => {
      const detail = { ...fact.detail, cartItems: this.cartItems };
      this.dispatchEvent(new CustomEvent(fact.type, { detail }));
    });
  }

  /** As `connectCart` sees it. */
  get asElement(): UpsellElement {
    return this;
  }

  get heldItems(): HeldItems | undefined {
    return this.#heldItems;
  }

  /** The running selection hears of it in a later task, as of all that is set. */
  set heldItems(value: HeldItems | undefined) {
    this.#heldItems = value;
    setTimeout(() => {
      const heldItems = this.#input.forRunning(this.#heldItems);
      if (heldItems) this.#selection.setHeldItems(heldItems);
    });
  }

  get phase(): UpsellPhase {
    return this.#selection.state.phase;
  }

  get servedBy(): ServedBy | undefined {
    return this.#selection.state.servedBy;
  }

  get cartItems(): readonly CartItem[] {
    return this.#selection.state.cartItems;
  }

  select(): void {
    this.#selection.start({
      sources: () => [this.#source()],
      attributes: { eventId: '1' },
      heldItems: this.#input.forStart(this.heldItems),
      timeout: 10_000,
      updateTimeout: 5_000,
    });
  }

  close(): void {
    this.#selection.close();
  }

  drop(): void {
    this.#selection.drop();
  }

  updateCartItem(wish: UpdateWish, options?: { readonly signal?: AbortSignal }): Promise<UpdateResult> {
    const call: Call = { wish, isOfConnection: options?.signal !== undefined, isPending: true };
    this.onCall(call);
    const promise = this.#selection.updateCartItem(wish, options?.signal);
    const end = () => {
      call.isPending = false;
    };
    promise.then(end, end);
    return promise;
  }

  #source(): LauncherSource {
    return {
      servedBy: this.#servedBy,
      timeoutReason: 'launcher-timeout',
      acquire: async () => this.#launcher,
    };
  }
}

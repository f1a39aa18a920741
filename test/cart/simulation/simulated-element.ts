import type { UpsellElement } from '../../../src/cart/index.ts';
import type { CartItem, UpsellPhase } from '../../../src/model/index.ts';
import { type HeldItems, HeldItemsInput } from '../../../src/element/held-items-input.ts';
import { createGivenSource, type Launcher } from '../../../src/sdk/index.ts';
import { type UpdateResult, UpsellSelection, type UpdateWish } from '../../../src/selection/index.ts';
import type { VirtualTime } from '../../support/virtual-time.ts';

/** One call of `updateCartItem`, and how often and how it was settled. */
export interface Call {
  readonly wish: { readonly cartItemId: string; readonly quantity: number };
  settledCount: number;
  settledAt?: number;
  result?: UpdateResult;
  error?: unknown;
}

/** `<rokt-upsell>` without a document: the real selection behind the same events, properties and method. */
export class SimulatedElement extends EventTarget {
  readonly localName = 'rokt-upsell';
  heldItems: HeldItems | undefined;
  readonly calls: Call[] = [];
  /** Told of each request of the connection's. */
  onAsk: (call: Call) => void = () => undefined;
  readonly #selection = new UpsellSelection();
  readonly #heldItems = new HeldItemsInput();
  readonly #launcher: Launcher;
  readonly #isOffers: boolean;
  readonly #time: VirtualTime;

  /** @param isOffers true: the launcher is our own, which opens with what is held */
  constructor(launcher: Launcher, isOffers: boolean, time: VirtualTime) {
    super();
    this.#launcher = launcher;
    this.#isOffers = isOffers;
    this.#time = time;
    this.#selection.addEventListener('fact', ({ fact }) => {
      const detail = { ...fact.detail, cartItems: this.cartItems };
      this.dispatchEvent(new CustomEvent(fact.type, { detail }));
    });
  }

  /** As `connectCart` sees it. */
  get asElement(): UpsellElement {
    return this;
  }

  get phase(): UpsellPhase {
    return this.#selection.state.phase;
  }

  get cartItems(): readonly CartItem[] {
    return this.#selection.state.cartItems;
  }

  select(): void {
    const servedBy = this.#isOffers ? 'offers' : 'launcher';
    this.#selection.start({
      sources: () => [{ ...createGivenSource(this.#launcher), servedBy }],
      attributes: { eventId: '1' },
      heldItems: this.#heldItems.forStart(this.heldItems),
      timeout: 10_000,
      updateTimeout: 5_000,
    });
  }

  close(): void {
    this.#selection.close();
  }

  updateCartItem(wish: UpdateWish, options?: { readonly signal?: AbortSignal }): Promise<UpdateResult> {
    const call: Call = { wish: wish as Call['wish'], settledCount: 0 };
    this.calls.push(call);
    if (options?.signal) this.onAsk(call);
    const promise = this.#selection.updateCartItem(wish, options?.signal);
    const settle = (how: Partial<Call>) =>
      Object.assign(call, how, { settledCount: call.settledCount + 1, settledAt: this.#time.now });
    promise.then(
      (result) => settle({ result }),
      (error: unknown) => settle({ error }),
    );
    return promise;
  }
}

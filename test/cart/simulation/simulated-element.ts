import type { ReactiveController } from '@lit/reactive-element';
import type { UpsellElement } from '../../../src/cart/index.ts';
import type { CartItem, UpsellPhase } from '../../../src/model/index.ts';
import { createGivenSource, type Launcher, type PlacementAttributes } from '../../../src/sdk/index.ts';
import { type UpdateResult, UpsellSelection, type UpdateWish } from '../../../src/selection/index.ts';
import type { VirtualTime } from './virtual-time.ts';

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
  placementAttributes: PlacementAttributes = { eventId: '1' };
  readonly calls: Call[] = [];
  /** Told of each request of the connection's. */
  onAsk: (call: Call) => void = () => undefined;
  readonly #selection = new UpsellSelection();
  readonly #controllers = new Set<ReactiveController>();
  readonly #launcher: Launcher;
  readonly #time: VirtualTime;

  constructor(launcher: Launcher, time: VirtualTime) {
    super();
    this.#launcher = launcher;
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

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
  }

  select(): void {
    for (const controller of this.#controllers) controller.hostUpdate?.();
    this.#selection.start({
      sources: [createGivenSource(this.#launcher)],
      attributes: this.placementAttributes,
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

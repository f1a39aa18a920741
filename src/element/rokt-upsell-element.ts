import {
  type CartItem,
  isRecord,
  type ServedBy,
  toRecord,
  type UpsellError,
  type UpsellPhase,
} from '../model/index.ts';
import type { PlacementAttributes } from '../sdk/index.ts';
import { hashAttributesBy, sessionIdOf, type UpdateResult, type UpdateWish } from '../selection/index.ts';
import { listenForCommands } from './commands.ts';
import { FactTeller } from './fact-teller.ts';
import { millisecondsOf } from './options.ts';
import { SelectionController } from './selection-controller.ts';
import { UpsellProperties } from './upsell-properties.ts';

/**
 * Rokt's in-transaction upsell in a checkout: one tag, one event, one method. Failing never blocks the checkout.
 *
 * @tag rokt-upsell
 *
 * @slot - The mount node that placements appear in; without children one is appended when a selection starts.
 * @slot loading - Shown while a selection is under way.
 * @slot empty - Shown when there is no offer.
 * @slot failed - Shown when the upsell failed.
 *
 * @fires {CustomEvent<CartItemUpdatedDetail>} cart-item-updated - One item changed in the placements.
 * @fires {CustomEvent<PlacementsDetail>} placements-loading - A selection has started.
 * @fires {CustomEvent<PlacementsDetail>} placements-ready - Placements are usable.
 * @fires {CustomEvent<PlacementsDetail>} placements-empty - There is no offer.
 * @fires {CustomEvent<PlacementsDetail>} placements-closed - The last placement has closed.
 * @fires {CustomEvent<{error: UpsellError}>} placements-failed - No placement is usable.
 * @fires {CustomEvent<{error: UpsellError}>} upsell-error - Something failed that ends nothing.
 * @fires {CustomEvent<UpdateFailedDetail>} update-failed - A wish that nobody has a promise for was not fulfilled.
 * @fires {CustomEvent<{kind: 'any' | 'positive'}>} offer-engaged - The shopper engaged with an offer.
 * @fires {CustomEvent<{url: string}>} link-requested - A link wants to open; cancelable.
 *
 * @cssprop [--rokt-upsell-reserve=0] - Block size kept free, so that nothing jumps when offers arrive.
 *
 * @cssstate idle - Nothing was selected yet.
 * @cssstate loading - A selection is under way.
 * @cssstate ready - Placements are usable.
 * @cssstate empty - There is no offer.
 * @cssstate failed - The upsell failed.
 * @cssstate closed - The placements have closed.
 */
export class RoktUpsellElement extends UpsellProperties {
  readonly #controller = new SelectionController(this);
  readonly #selection = this.#controller.selection;
  readonly #teller = new FactTeller(this, this.#selection);

  constructor() {
    super();
    listenForCommands(this, (wish) => {
      this.updateCartItem(wish as UpdateWish).catch((error: unknown) => {
        this.#selection.failUpdate(wish as object, error as Error);
      });
    });
  }

  /** `idle`, `loading`, `ready`, `empty`, `failed` or `closed`; also a custom state of the same name, or the attribute `phase`. */
  get phase(): UpsellPhase {
    return this.#selection.state.phase;
  }

  /** The last error of the selection, or null. */
  get error(): UpsellError | null {
    return this.#selection.state.error;
  }

  /** What is held; frozen. It outlives the selection that held it. */
  get cartItems(): readonly CartItem[] {
    return this.#selection.state.cartItems;
  }

  /** Who serves the newest selection: `hosted`, `launcher` or `offers`. */
  get servedBy(): ServedBy | undefined {
    return this.#selection.state.servedBy;
  }

  /** How many placements of the newest selection are usable; undefined until that is known. */
  get placementCount(): number | undefined {
    return this.#selection.state.placementCount;
  }

  /**
   * Asks the placements for a quantity of an item, 0 to remove it, and resolves with their word on it; `answered` is false
   * where no message came and what is held is the answer.
   *
   * Waits while `loading`. Rejects with an UpsellError `no-selection`, `unknown-item` or `update-timeout`, with the
   * signal's reason as long as nothing was sent, or with a TypeError or RangeError on misuse.
   */
  updateCartItem(wish: UpdateWish, options?: { readonly signal?: AbortSignal }): Promise<UpdateResult> {
    return this.#selection.updateCartItem(wish, options?.signal);
  }

  /** Starts a new selection; resolves with the phase it reaches, or the one that overtakes it. Never rejects. */
  async select(): Promise<UpsellPhase> {
    return this.isConnected ? this.#controller.select() : this.phase;
  }

  /** Takes the placements off the page; resolves with the phase reached. Never rejects. */
  async close(): Promise<UpsellPhase> {
    this.#controller.close();
    // Called while an event is dispatched, it takes effect after that.
    await Promise.resolve();
    return this.phase;
  }

  /**
   * Adds to `placementAttributes`; resolves once the selection was told. Rejects with a TypeError for anything but an
   * object.
   */
  async addPlacementAttributes(attributes: PlacementAttributes): Promise<void> {
    const added = toRecord(attributes, 'attributes');
    const known = isRecord(this.placementAttributes) ? this.placementAttributes : {};
    this.placementAttributes = { ...known, ...added };
    if (this.isConnected) await this.updateComplete;
  }

  /**
   * SHA-256 of each value by the launcher, under its key with the suffix `sha256`; needs no selection. Rejects with an
   * UpsellError.
   */
  async hashAttributes(attributes: PlacementAttributes): Promise<Record<string, string>> {
    if (this.isConnected) await this.updateComplete;
    const timeout = millisecondsOf(this, 'timeout');
    return hashAttributesBy(this.#selection, this.#controller.source(), attributes, timeout);
  }

  /** Listens to a message of Rokt's own, in every selection; the result stops it. @throws {TypeError} for the two V2 names */
  on(
    name: string,
    listener: (event: unknown) => void,
    options?: { readonly signal?: AbortSignal },
  ): () => void {
    const stop = this.#selection.on(name, listener);
    if (options?.signal?.aborted) stop();
    options?.signal?.addEventListener('abort', stop);
    return stop;
  }

  /**
   * Sends a message of Rokt's own to the placements; waits while `loading`. Rejects with `no-selection`, or with a TypeError
   * for the two V2 names.
   */
  async send(name: string, data: unknown): Promise<void> {
    await this.#selection.send(name, data);
  }

  /**
   * The session id that the partner's server needs: the launcher's, else `session-id`. Rejects with `no-selection` as soon as
   * there will be none, or after `timeout` ms.
   */
  getSessionId(): Promise<string> {
    return sessionIdOf(this.#selection, millisecondsOf(this, 'timeout'), this.sessionId);
  }

  /** What has happened, as JSON for a support ticket: phases, changes, policy violations; nothing of the shopper. */
  report(): string {
    return this.#teller.report();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What was set before the upgrade counts from here, so that whatever is set from now on is newer.
    if (!this.hasUpdated) this.performUpdate();
  }

  /** Its presence keeps a move by `moveBefore`, which frames survive, from calling the two callbacks above. */
  connectedMoveCallback(): void {}

  protected override createRenderRoot(): ShadowRoot {
    return this.#teller.root;
  }

  /** Also waits until the selection has been brought in line. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#controller.syncing;
    return isComplete;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rokt-upsell': RoktUpsellElement;
  }
}

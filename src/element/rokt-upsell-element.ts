import type { PropertyValues } from '@lit/reactive-element';
import type { UpsellError } from '../model/index.ts';
import { type CartItem, isRecord, toRecord, type UpsellPhase } from '../model/index.ts';
import { type FactEvent, type UpdateResult, type UpdateWish, UpsellSelection } from '../selection/index.ts';
import type { PlacementAttributes } from '../sdk/index.ts';
import { milliseconds } from './attributes.ts';
import { emulateInvoker, failUpdate, listenForCommands } from './commands.ts';
import { toUpsellEvent } from './events.ts';
import { toFormValue } from './form-value.ts';
import { createLazyLoading } from './lazy-loading.ts';
import { openLink } from './open-link.ts';
import { createRollBack } from './roll-back.ts';
import { createTrigger } from './selection-trigger.ts';
import { createTimeline } from './timeline.ts';
import { UpsellProperties } from './upsell-properties.ts';
import { createStyles, createView } from './view.ts';

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
 * @fires {CustomEvent<UpdateFailedDetail>} update-failed - A wish that came as a DOM event was not fulfilled.
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
  static override get styles(): CSSStyleSheet {
    return createStyles();
  }

  readonly #selection = new UpsellSelection();
  readonly #trigger = createTrigger(this, this.#selection);
  readonly #track = createRollBack(this.#selection, (wish, error) => failUpdate(this, wish, error));
  readonly #lazy = createLazyLoading(this, () => this.requestUpdate());
  readonly #internals = this.attachInternals();
  readonly #view = createView(this.attachShadow({ mode: 'open' }), this.#internals.states);
  readonly #timeline = createTimeline();
  #isTornDown = true;
  #connection = new AbortController();

  constructor() {
    super();
    this.#selection.addEventListener('fact', this.#tell);
    listenForCommands(this);
  }

  /** `idle`, `loading`, `ready`, `empty`, `failed` or `closed`; also a custom state of the same name. */
  get phase(): UpsellPhase {
    return this.#selection.state.phase;
  }

  /** The last error of the selection, or null. */
  get error(): UpsellError | null {
    return this.#selection.state.error;
  }

  /** What the placements hold; frozen. */
  get cartItems(): readonly CartItem[] {
    return this.#selection.state.cartItems;
  }

  /**
   * Asks the placements for a quantity of an item, 0 to remove it, and resolves with their word on it.
   *
   * Waits while `loading`. Rejects with an UpsellError `no-selection`, `unknown-item` or `update-timeout`, with the
   * signal's reason as long as nothing was sent, or with a TypeError or RangeError on misuse.
   */
  async updateCartItem(wish: UpdateWish, options?: { readonly signal?: AbortSignal }): Promise<UpdateResult> {
    return this.#selection.updateCartItem(wish, options?.signal);
  }

  /** Starts a new selection; resolves with the phase it reaches, or the one that overtakes it. Never rejects. */
  async select(): Promise<UpsellPhase> {
    if (!this.isConnected) return this.phase;
    this.#trigger.ask();
    this.requestUpdate();
    await this.updateComplete;
    return this.#selection.phaseReached();
  }

  /** Takes the placements off the page; resolves with the phase reached. Never rejects. */
  async close(): Promise<UpsellPhase> {
    this.#trigger.hold();
    this.#selection.close();
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

  /** SHA-256 of each value by the launcher, under its key with the suffix `sha256`. Rejects with an UpsellError. */
  async hashAttributes(attributes: PlacementAttributes): Promise<Record<string, string>> {
    if (this.isConnected) await this.updateComplete;
    return this.#selection.hashAttributes(attributes);
  }

  /** The session id that the partner's server needs. Rejects with `no-selection` after `timeout` ms. */
  getSessionId(): Promise<string> {
    return this.#selection.sessionId(milliseconds(this.timeout, 10_000));
  }

  /** What has happened, as JSON for a support ticket: phases, changes, policy violations; nothing of the shopper. */
  report(): string {
    return this.#timeline.toReport(this.#selection.state);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    document.addEventListener('securitypolicyviolation', this.#timeline.noteViolation, { signal });
    emulateInvoker(this, signal);
    // Frames do not survive a move, so what they held has to be selected again.
    if (!this.#isTornDown && this.querySelector(':scope > :not([slot]) iframe')) this.#trigger.renew();
    this.#isTornDown = false;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
    // A move within one task is no end.
    queueMicrotask(() => this.isConnected || this.#tearDown());
  }

  /** Its presence keeps a move by `moveBefore`, which frames survive, from calling the two callbacks above. */
  connectedMoveCallback(): void {}

  /** Waits for the end of the task, so that all changes of one task count once. */
  protected override async scheduleUpdate(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    await super.scheduleUpdate();
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const isHeldBack = this.loading === 'manual' || (this.loading === 'lazy' && this.#lazy.isWaiting());
    if (this.isConnected) this.#trigger.sync(!isHeldBack);
  }

  #tearDown(): void {
    this.#isTornDown = true;
    this.#lazy.reset();
    this.#trigger.forget();
    this.#selection.close();
    this.#view.stop();
  }

  /** One fact: the state holds it already; now one rendering and one event. */
  readonly #tell = ({ fact }: FactEvent): void => {
    const { sessionId, cartItems, phase } = this.#selection.state;
    this.#view.show(phase);
    this.#timeline.note(fact);
    this.#internals.setFormValue(toFormValue(this.#selection.state));
    if (fact.type === 'session-paired') return;
    const isLink = fact.type === 'link-requested';
    const change = fact.type === 'cart-item-updated' ? this.#track(fact.detail) : undefined;
    const more = change
      ? { cartItems, waitUntil: change.waitUntil }
      : 'servedBy' in fact.detail && { sessionId };
    const isWanted = this.dispatchEvent(toUpsellEvent(fact.type, { ...fact.detail, ...more }, isLink));
    change?.done();
    if (isLink && isWanted) openLink(fact.detail.url);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rokt-upsell': RoktUpsellElement;
  }
}

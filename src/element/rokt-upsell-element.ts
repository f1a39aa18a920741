import type { PropertyValues } from '@lit/reactive-element';
import type { FactEvent, UpdateWish } from '../selection/index.ts';
import { emulateInvoker, listenForCommands } from './commands.ts';
import { toEventOfFact } from './fact-to-event.ts';
import { toFormValue } from './form-value.ts';
import { createLazyLoading } from './lazy-loading.ts';
import { openLink } from './open-link.ts';
import { createTimeline } from './timeline.ts';
import { UpsellCalls } from './upsell-calls.ts';
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
export class RoktUpsellElement extends UpsellCalls {
  static override get styles(): CSSStyleSheet {
    return createStyles();
  }

  readonly #lazy = createLazyLoading(this, () => void this.syncLater());
  readonly #internals = this.attachInternals();
  readonly #view = createView(this.attachShadow({ mode: 'open' }), this.#internals.states);
  readonly #timeline = createTimeline();
  #isTornDown = true;
  #connection = new AbortController();
  /** The end of this task, when the selection is brought in line with the properties. */
  #syncing: Promise<void> | undefined;

  constructor() {
    super();
    this.upsell.addEventListener('fact', this.#tell);
    listenForCommands(this, this.#request);
  }

  /** What has happened, as JSON for a support ticket: phases, changes, policy violations; nothing of the shopper. */
  report(): string {
    return this.#timeline.toReport(this.upsell.state);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What was set before the upgrade counts from here, so that whatever is set from now on is newer.
    if (!this.hasUpdated) this.performUpdate();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    document.addEventListener('securitypolicyviolation', this.#timeline.noteViolation, { signal });
    emulateInvoker(this, this.#request, signal);
    // Frames do not survive a move, so what they held has to be selected again.
    if (!this.#isTornDown && this.querySelector(':scope > :not([slot]) iframe')) this.starter.renew();
    this.#isTornDown = false;
    void this.syncLater();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
    queueMicrotask(() => {
      // A move within one task is no end.
      if (!this.isConnected) this.#tearDown();
    });
  }

  /** Its presence keeps a move by `moveBefore`, which frames survive, from calling the two callbacks above. */
  connectedMoveCallback(): void {}

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    if (changed.has('name') || changed.has('sessionId')) this.#setFormValue();
    void this.syncLater();
  }

  /** Also waits until the selection has been brought in line. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#syncing;
    return isComplete;
  }

  /** At the end of the task, so that all changes of one task count once. */
  protected override syncLater(): Promise<void> {
    this.#syncing ??= new Promise((resolve) => {
      setTimeout(() => {
        this.#syncing = undefined;
        if (this.isConnected) this.starter.sync(!this.#isHeldBack);
        resolve();
      });
    });
    return this.#syncing;
  }

  get #isHeldBack(): boolean {
    return this.loading === 'manual' || (this.loading === 'lazy' && this.#lazy.isWaiting());
  }

  #tearDown(): void {
    this.#isTornDown = true;
    this.#lazy.reset();
    this.starter.forget();
    this.upsell.close();
    this.#view.stop();
  }

  /** A wish that came as a DOM event. */
  readonly #request = (wish: unknown): void => {
    this.updateCartItem(wish as UpdateWish).catch((error: unknown) => {
      this.upsell.failUpdate(wish as object, error as Error);
    });
  };

  /** One fact: the state holds it already; now one rendering and one event. */
  readonly #tell = (told: FactEvent): void => {
    const { state } = this.upsell;
    const { fact } = told;
    this.#view.show(state.phase);
    this.#timeline.note(fact);
    this.#setFormValue();
    const event = toEventOfFact(told, state);
    if (!event) return;
    const isWanted = this.dispatchEvent(event);
    // Whoever listens further up would never hear of what happens after the element has gone.
    if (!this.isConnected) this.ownerDocument.dispatchEvent(new CustomEvent(event.type, event));
    if (fact.type === 'link-requested' && isWanted) openLink(fact.detail.url);
  };

  /** Only where a form asks for it: the text is made anew with each change. */
  #setFormValue(): void {
    const value = this.name ? toFormValue(this.upsell.state, this.sessionId) : null;
    this.#internals.setFormValue(value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rokt-upsell': RoktUpsellElement;
  }
}

import {
  type CartItem,
  isRecord,
  type ServedBy,
  toRecord,
  type UpsellError,
  type UpsellPhase,
} from '../model/index.ts';
import {
  hashAttributesBy,
  sessionIdOf,
  type UpdateResult,
  type UpdateWish,
  UpsellSelection,
} from '../selection/index.ts';
import type { PlacementAttributes } from '../sdk/index.ts';
import { milliseconds } from './attributes.ts';
import { TIMEOUT } from './defaults.ts';
import { SelectionStarter } from './selection-starter.ts';
import { UpsellProperties } from './upsell-properties.ts';

/** What a page can read of `<rokt-upsell>` and ask of it; all of it is the selection's to answer. */
export abstract class UpsellCalls extends UpsellProperties {
  protected readonly upsell = new UpsellSelection();
  protected readonly starter = new SelectionStarter(this, this.upsell);

  /** `idle`, `loading`, `ready`, `empty`, `failed` or `closed`; also a custom state of the same name. */
  get phase(): UpsellPhase {
    return this.upsell.state.phase;
  }

  /** The last error of the selection, or null. */
  get error(): UpsellError | null {
    return this.upsell.state.error;
  }

  /** What is held; frozen. It outlives the selection that held it. */
  get cartItems(): readonly CartItem[] {
    return this.upsell.state.cartItems;
  }

  /** Who serves the newest selection: `hosted`, `launcher` or `offers`. */
  get servedBy(): ServedBy | undefined {
    return this.upsell.state.servedBy;
  }

  /** How many placements of the newest selection are usable; undefined until that is known. */
  get placementCount(): number | undefined {
    return this.upsell.state.placementCount;
  }

  /**
   * Asks the placements for a quantity of an item, 0 to remove it, and resolves with their word on it; `answered` is false
   * where no message came and what is held is the answer.
   *
   * Waits while `loading`. Rejects with an UpsellError `no-selection`, `unknown-item` or `update-timeout`, with the
   * signal's reason as long as nothing was sent, or with a TypeError or RangeError on misuse.
   */
  updateCartItem(wish: UpdateWish, options?: { readonly signal?: AbortSignal }): Promise<UpdateResult> {
    return this.upsell.updateCartItem(wish, options?.signal);
  }

  /** Starts a new selection; resolves with the phase it reaches, or the one that overtakes it. Never rejects. */
  async select(): Promise<UpsellPhase> {
    if (!this.isConnected) return this.phase;
    this.starter.ask();
    await this.syncLater();
    return this.upsell.phaseReached();
  }

  /** Takes the placements off the page; resolves with the phase reached. Never rejects. */
  async close(): Promise<UpsellPhase> {
    this.starter.hold();
    this.upsell.close();
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
    const timeout = milliseconds(this.timeout, TIMEOUT);
    return hashAttributesBy(this.upsell, this.starter.source(), attributes, timeout);
  }

  /** Listens to a message of Rokt's own, in every selection; the result stops it. @throws {TypeError} for the two V2 names */
  on(
    name: string,
    listener: (event: unknown) => void,
    options?: { readonly signal?: AbortSignal },
  ): () => void {
    const stop = this.upsell.on(name, listener);
    if (options?.signal?.aborted) stop();
    options?.signal?.addEventListener('abort', stop);
    return stop;
  }

  /**
   * Sends a message of Rokt's own to the placements; waits while `loading`. Rejects with `no-selection`, or with a TypeError
   * for the two V2 names.
   */
  async send(name: string, data: unknown): Promise<void> {
    await this.upsell.send(name, data);
  }

  /**
   * The session id that the partner's server needs: the launcher's, else `session-id`. Rejects with `no-selection` as soon as
   * there will be none, or after `timeout` ms.
   */
  getSessionId(): Promise<string> {
    return sessionIdOf(this.upsell, milliseconds(this.timeout, TIMEOUT), this.sessionId);
  }

  /** Brings the selection in line with the properties at the end of this task, so that all changes of one task count once. */
  protected abstract syncLater(): Promise<void>;
}

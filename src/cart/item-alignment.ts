import type { UpdateResult } from '../element/index.ts';
import type { CartItem, UpdateOutcome } from '../model/index.ts';
import type { CartUpsell, Conflict, UpsellChange } from './cart.ts';
import { type Memory, nextStep, type Refusal, type Situation, type Told } from './next-step.ts';

/** One item on both sides. */
export interface ItemNow extends Situation {
  /** What names it, with the last id that a placement told. */
  readonly upsell: CartUpsell;
  /** The item as a placement told it last. */
  readonly item: CartItem | undefined;
}

export interface AlignmentOptions {
  /** Asks the placement. */
  ask(cartItemId: string, quantity: number): Promise<UpdateResult>;
  /** Tells the page's cart. */
  tell(change: UpsellChange): void | Promise<void>;
  report(conflict: Conflict): void;
  /** True while there are placements to ask. */
  isReady(): boolean;
  /** Something came to its end: time for the next step. */
  done(): void;
}

/** Keeps one item the same on both sides: one request, and one change of the cart, at a time, each from the newest state. */
export class ItemAlignment implements Memory {
  seen: number | undefined;
  refusal: Refusal | undefined;
  told: Told | undefined;
  readonly #options: AlignmentOptions;
  #isAsking = false;
  #isTelling = false;
  /** True when the cart was told something and its line was not seen to become that. */
  #isUnread = false;
  /** How the page's wish ended that the next change of the cart answers. */
  #outcome: UpdateOutcome | undefined;
  /** Both sides as they were last, and whether their difference was reported since. */
  #sides = '';
  #isReported = false;

  /** @param seen what the page's cart has of it, without that being a wish */
  constructor(seen: number, options: AlignmentOptions) {
    this.seen = seen;
    this.#options = options;
  }

  /** A fresh impression has begun: what the last one refused says nothing of it. */
  renew(): void {
    this.refusal = undefined;
    this.#isReported = false;
  }

  /** Takes the next step, if it is time for one. */
  align(now: ItemNow): void {
    const sides = [now.line, now.placed, now.product].join();
    if (sides !== this.#sides) this.#isReported = false;
    this.#sides = sides;
    if (now.line === this.seen) this.#isUnread = false;
    if (this.#isTelling) return;
    // A fresh impression has to hear of the line, under its last id or the one that the first message brings.
    if (now.placed === undefined && now.line > 0 && !this.#isAsking) this.seen = undefined;
    if (this.#isUnread && this.told) this.told = { ...this.told, line: now.line };
    this.#isUnread = false;
    const step = nextStep(this, now);
    // A line without its product goes at once, whatever is asked just now.
    if (this.#isAsking && (step.act !== 'tell' || now.product !== 0)) return;
    if (step.act === 'ask') void this.#ask(now, step.quantity);
    else if (step.act === 'tell') void this.#tell(now, step.quantity);
    else if (step.act === 'report') this.#report(now, step);
    else if (step.act === 'agree') this.#agree(now);
  }

  #agree({ line, version }: ItemNow): void {
    this.seen = line;
    this.refusal = undefined;
    this.told = { version: line > 0 ? version : '', line, isRefused: false };
    this.#outcome = undefined;
  }

  async #ask(now: ItemNow, wanted: number): Promise<void> {
    const { line, placed, upsell } = now;
    const { seen, told } = this;
    this.#isAsking = true;
    this.seen = line;
    try {
      const { outcome, cartItem } = await this.#options.ask(upsell.cartItemId, wanted);
      const quantity = cartItem?.quantity ?? 0;
      this.refusal = quantity === wanted ? undefined : { wanted, placed: quantity };
      if (line !== seen) this.#outcome = outcome;
      // A new answer is told, also where the cart made something else of the same one before.
      if (told && told === this.told && !told.isRefused) this.told = { ...told, line: undefined };
    } catch (error) {
      const code = (error as { code?: unknown } | null)?.code;
      const isLost = code === 'no-selection' && !this.#options.isReady();
      const isUnknown = code === 'unknown-item';
      // What nobody has heard is a wish still.
      if ((isLost || isUnknown) && this.seen === line) this.seen = seen;
      if (!isLost) this.refusal = { wanted, placed };
      // One that no placement knows may have been named otherwise by now.
      if (!isLost && !isUnknown) this.#report(now, { kind: 'unanswered', wanted, error });
    }
    this.#isAsking = false;
    this.#options.done();
  }

  async #tell(now: ItemNow, quantity: number): Promise<void> {
    const outcome = this.#outcome;
    const { upsell, item: cartItem, version } = now;
    this.#outcome = undefined;
    this.#isTelling = true;
    this.#isUnread = true;
    this.seen = quantity;
    let isRefused = false;
    try {
      await this.#options.tell({ ...upsell, quantity, cartItem, outcome });
    } catch (error) {
      isRefused = this.#isUnread = true;
      this.#report(now, { kind: 'cart-refused', wanted: quantity, error });
    }
    this.told = { version: quantity > 0 ? version : '', line: undefined, isRefused };
    this.#isTelling = false;
    this.#options.done();
  }

  /** Tells a difference once, until one of the sides changes. */
  #report({ line, placed, upsell }: ItemNow, why: Pick<Conflict, 'kind' | 'wanted' | 'error'>): void {
    if (this.#isReported) return;
    this.#isReported = true;
    this.#options.report({ ...upsell, cartQuantity: line, placementQuantity: placed, ...why });
  }
}

import type { UpdateResult } from '../element/index.ts';
import type { CartItem, UpdateOutcome } from '../model/index.ts';
import type { CartUpsell, Conflict, UpsellChange } from './cart.ts';
import { nextStep, type Refusal, type Situation, type Told } from './next-step.ts';

/** One item on both sides. */
export interface ItemNow extends Situation {
  /** What names it, with the last id that a placement told. */
  readonly upsell: CartUpsell;
  /** The item as a placement told it last. */
  readonly item: CartItem | undefined;
}

/** Both sides, as an alignment reaches them. */
export interface Sides {
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

/** Takes the next step, if it is time for one. */
export type ItemAlignment = (now: ItemNow) => void;

/**
 * Keeps one item the same on both sides: one request, and one change of the cart, at a time, each from the newest state.
 *
 * @param seen what the page's cart has of it, without that being a wish
 */
export function createItemAlignment(seen: number | undefined, sides: Sides): ItemAlignment {
  let refusal: Refusal | undefined;
  let told: Told | undefined;
  let isAsking = false;
  let isTelling = false;
  /** True when the cart was told something and its line was not seen to become that. */
  let isUnread = false;
  /** How the page's wish ended that the next change of the cart answers. */
  let outcome: UpdateOutcome | undefined;
  /** Both sides as they were last, and whether their difference was reported since. */
  let last = '';
  let isReported = false;

  /** Tells a difference once, until one of the sides changes. */
  const report = (now: ItemNow, why: Pick<Conflict, 'kind' | 'wanted' | 'error'>) => {
    if (isReported) return;
    isReported = true;
    sides.report({ ...now.upsell, cartQuantity: now.line, placementQuantity: now.placed, ...why });
  };

  const ask = async (now: ItemNow, wanted: number) => {
    const { line, placed } = now;
    const seenBefore = seen;
    const toldBefore = told;
    isAsking = true;
    seen = line;
    try {
      const answer = await sides.ask(now.upsell.cartItemId, wanted);
      const quantity = answer.cartItem?.quantity ?? 0;
      refusal = { wanted, placed: quantity };
      if (line !== seenBefore) outcome = answer.outcome;
      // A new answer is told, also where the cart made something else of the same one before.
      if (told && told === toldBefore && !told.isRefused) told = { ...told, line: undefined };
    } catch (error) {
      const code = (error as { code?: unknown } | null)?.code;
      const isLost = code === 'no-selection' && !sides.isReady();
      const isUnknown = code === 'unknown-item';
      // What nobody has heard is a wish still.
      if ((isLost || isUnknown) && seen === line) seen = seenBefore;
      if (!isLost) refusal = { wanted, placed };
      // One that no placement knows may have been named otherwise by now.
      if (!isLost && !isUnknown) report(now, { kind: 'unanswered', wanted, error });
    }
    isAsking = false;
    sides.done();
  };

  const tell = async (now: ItemNow, quantity: number) => {
    const change = { ...now.upsell, quantity, cartItem: now.item, outcome };
    let isRefused = false;
    outcome = undefined;
    isTelling = isUnread = true;
    seen = quantity;
    try {
      await sides.tell(change);
    } catch (error) {
      isRefused = isUnread = true;
      report(now, { kind: 'cart-refused', wanted: quantity, error });
    }
    told = { version: quantity > 0 ? now.version : '', line: undefined, isRefused };
    isTelling = false;
    sides.done();
  };

  return (now) => {
    const { line, placed, version } = now;
    const text = `${line} ${placed} ${now.product}`;
    if (text !== last) isReported = false;
    last = text;
    // What the last impression refused says nothing of a fresh one.
    if (now.phase === 'loading') refusal = undefined;
    if (line === seen) isUnread = false;
    if (isTelling) return;
    // A fresh impression has to hear of the line, under its last id or the one that the first message brings.
    if (placed === undefined && line > 0 && !isAsking) seen = undefined;
    if (isUnread && told) told = { ...told, line };
    isUnread = false;
    const step = nextStep(now, seen, refusal, told);
    // A line without its product goes at once, whatever is asked just now.
    if (isAsking && (step.act !== 'tell' || now.product !== 0)) return;
    if (step.act === 'ask') void ask(now, step.quantity);
    else if (step.act === 'tell') void tell(now, step.quantity);
    else if (step.act === 'report') report(now, step);
    else if (step.act === 'agree') {
      seen = line;
      refusal = outcome = undefined;
      told = { version: line > 0 ? version : '', line, isRefused: false };
    }
  };
}

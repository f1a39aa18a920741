import { linkedQuantity, type LinkedPolicy, type UpsellPhase } from '../model/index.ts';
import type { ConflictKind } from './cart.ts';

/** What both sides say of one item at this moment. */
export interface Situation {
  /** The quantity in the page's cart. */
  readonly line: number;
  /** The placement's quantity; undefined while this selection has not named the item. */
  readonly placed: number | undefined;
  /** How many of the linked product there are; undefined when it hangs on none. */
  readonly product: number | undefined;
  readonly policy: LinkedPolicy | undefined;
  readonly phase: UpsellPhase | undefined;
  /** The item as the placement says it, as text. */
  readonly version: string | undefined;
  /** True when the line has the id that the placement has. */
  readonly hasId: boolean;
}

/** What the placement has not granted, and where it stayed. */
export interface Refusal {
  readonly wanted: number;
  readonly placed: number | undefined;
}

/** What the cart was told last, and what its line was then. */
export interface Told {
  /** Empty for a removal. */
  readonly version: string | undefined;
  /** The line afterwards; undefined once a newer answer is to be told whatever the line is. */
  readonly line: number | undefined;
  /** True when the cart refused it. */
  readonly isRefused: boolean;
}

export type Step =
  | { readonly act: 'ask' | 'tell'; readonly quantity: number }
  | { readonly act: 'report'; readonly kind: ConflictKind; readonly wanted: number }
  | { readonly act: 'wait' | 'agree' };

/**
 * The next step towards agreement on one item. When rules collide: product gone, then the placement's answer, then the
 * linked policy, then the page's wish.
 *
 * @param seen the line's quantity that is dealt with: another one is the page's wish; undefined while no placement has
 * heard it
 */
export function nextStep(
  now: Situation,
  seen: number | undefined,
  refusal: Refusal | undefined,
  told: Told | undefined,
): Step {
  const { line, placed, product, phase } = now;
  const isGone = product === 0;
  const isWish = line !== seen && !isGone;
  const wanted = linkedQuantity(isWish ? line : (placed ?? line), product, now.policy);
  const due = isGone ? 0 : (placed ?? line);
  const version = due > 0 ? now.version : '';
  const isNews =
    placed !== undefined && (told ? told.version !== version && !told.isRefused : due > 0 && !now.hasId);
  const wasTold = told?.line === line && told.version === version;
  const tell: Step | false = (line !== due || isNews) && !wasTold && { act: 'tell', quantity: due };
  if (tell && !isWish) return tell;

  const isAsked = wanted !== (placed ?? 0);
  const wasRefused = refusal?.wanted === wanted && refusal.placed === placed;
  if (isAsked && !wasRefused) {
    if (phase === 'ready') return { act: 'ask', quantity: wanted };
    // Before it is upgraded an element has no phase.
    return !phase || phase === 'idle' || phase === 'loading'
      ? { act: 'wait' }
      : { act: 'report', kind: 'no-selection', wanted };
  }
  if (tell) return tell;
  if (line === due && !isAsked) return { act: 'agree' };
  const ofLine = told?.isRefused ? 'cart-refused' : 'cart-differs';
  const ofItem = placed === undefined ? 'unknown-item' : isGone ? 'product-gone' : 'linked-quantity';
  return { act: 'report', kind: line === due ? ofItem : ofLine, wanted };
}

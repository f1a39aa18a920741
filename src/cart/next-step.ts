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
  readonly policy: LinkedPolicy;
  readonly phase: UpsellPhase | undefined;
  /** What the placement says: id, quantity and prices, as text. */
  readonly version: string;
  /** True when the line has the id that the placement has. */
  readonly hasId: boolean;
}

/** What was done about one item so far. */
export interface Memory {
  /** The line's quantity that is dealt with: another one is the page's wish. Undefined while no placement has heard it. */
  readonly seen: number | undefined;
  /** What the placement has not granted, and where it stayed. */
  readonly refusal?: Refusal | undefined;
  /** What the cart was told last, and what its line was then. */
  readonly told?: Told | undefined;
}

export interface Refusal {
  readonly wanted: number;
  readonly placed: number | undefined;
}

export interface Told {
  /** Empty for a removal. */
  readonly version: string;
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
 */
export function nextStep({ seen, refusal, told }: Memory, now: Situation): Step {
  const { line, placed, product, phase } = now;
  const isGone = product === 0;
  const isWish = line !== seen && !isGone;
  const wanted = linkedQuantity(isWish ? line : (placed ?? line), product, now.policy);
  const due = isGone ? 0 : (placed ?? line);
  const version = due > 0 ? now.version : '';
  const isNews =
    placed !== undefined && (told ? told.version !== version && !told.isRefused : due > 0 && !now.hasId);
  const wasTold = told?.version === version && told.line === line;
  const tell: Step | false = (line !== due || isNews) && !wasTold && { act: 'tell', quantity: due };
  if (tell && !isWish) return tell;

  const isAsked = wanted !== (placed ?? 0);
  const wasRefused = refusal?.wanted === wanted && refusal.placed === placed;
  if (isAsked && !wasRefused) {
    if (phase === 'ready') return { act: 'ask', quantity: wanted };
    const isOver = phase === 'empty' || phase === 'failed' || phase === 'closed';
    return isOver ? { act: 'report', kind: 'no-selection', wanted } : { act: 'wait' };
  }
  if (tell) return tell;
  if (line === due && !isAsked) return { act: 'agree' };
  if (line !== due) return { act: 'report', kind: told?.isRefused ? 'cart-refused' : 'cart-differs', wanted };
  if (placed === undefined) return { act: 'report', kind: 'unknown-item', wanted };
  return { act: 'report', kind: isGone ? 'product-gone' : 'linked-quantity', wanted };
}

import type { CartItem } from './cart-item.ts';
import type { CartItemChange, CartItemOrigin, CartItemUpdate } from './cart-item-update.ts';
import type { UpsellError } from './upsell-error.ts';

export type UpsellPhase = 'idle' | 'loading' | 'ready' | 'empty' | 'failed' | 'closed';

/** Which kind of launcher answered. */
export type ServedBy = 'hosted' | 'offers' | 'launcher';

/** What there is to know of an upsell at one moment; frozen, replaced as a whole. */
export interface UpsellState {
  readonly phase: UpsellPhase;
  /** The last error of the running selection, or null. */
  readonly error: UpsellError | null;
  /** The id that the partner's server needs, once the selection has told it. */
  readonly sessionId: string | undefined;
  /** What the placements hold, none at quantity 0, in order of appearance. */
  readonly cartItems: readonly CartItem[];
}

/** A placement's word on one item, and who caused it. */
export interface CartItemUpdated extends Omit<CartItemUpdate, 'origin'> {
  readonly change: CartItemChange;
  readonly origin: CartItemOrigin;
}

interface Details {
  'placements-loading': { readonly servedBy: ServedBy };
  'placements-ready': { readonly servedBy: ServedBy; readonly count: number };
  'placements-empty': { readonly servedBy: ServedBy };
  'placements-closed': { readonly servedBy: ServedBy };
  'placements-failed': { readonly error: UpsellError };
  'upsell-error': { readonly error: UpsellError };
  'cart-item-updated': CartItemUpdated;
  'session-paired': { readonly sessionId: string };
  'offer-engaged': { readonly kind: 'any' | 'positive' };
  'link-requested': { readonly url: string };
}

/** What a fact knows beside what the page is told. */
interface Known extends Record<keyof Details, unknown> {
  /** The id that the item had until now, which a message under an earlier one does not say. */
  'cart-item-updated': { readonly heldAs: string };
}

/** What has happened; the only thing that changes a state. Named like the event that tells it to the page. */
export type UpsellFact = {
  [Type in keyof Details]: { readonly type: Type; readonly detail: Details[Type] } & Known[Type];
}[keyof Details];

export const initialUpsellState: UpsellState = Object.freeze({
  phase: 'idle',
  error: null,
  sessionId: undefined,
  cartItems: Object.freeze([]),
});

/** The state after `fact`. A fact that says nothing of the state leaves it the same object. */
export function nextUpsellState(state: UpsellState, fact: UpsellFact): UpsellState {
  switch (fact.type) {
    case 'offer-engaged':
    case 'link-requested':
      return state;
    case 'cart-item-updated':
      return Object.freeze({ ...state, cartItems: nextCartItems(state.cartItems, fact) });
    case 'session-paired':
    case 'upsell-error':
      return Object.freeze({ ...state, ...fact.detail });
    case 'placements-loading':
      return Object.freeze({ ...initialUpsellState, phase: 'loading' });
    case 'placements-failed':
      return Object.freeze({ ...initialUpsellState, ...fact.detail, phase: 'failed' });
    default:
      return Object.freeze({ ...state, phase: fact.type.slice('placements-'.length) as UpsellPhase });
  }
}

/** The items after an update: the new item stands where the old one stood, a new one last, one at quantity 0 nowhere. */
function nextCartItems(
  cartItems: readonly CartItem[],
  { heldAs, detail: { cartItem } }: Extract<UpsellFact, { type: 'cart-item-updated' }>,
): readonly CartItem[] {
  const ids = [heldAs, cartItem?.cartItemId];
  const unplaced = cartItem?.quantity ? [cartItem] : [];
  const next = cartItems.flatMap((item) => (ids.includes(item.cartItemId) ? unplaced.splice(0) : item));
  return Object.freeze([...next, ...unplaced]);
}

import type { CartItem } from './cart-item.ts';
import type { CartItemChange, CartItemOrigin, Consent, ItemStates } from './cart-item-update.ts';
import type { UpsellError } from './upsell-error.ts';

/** How far the newest selection has come. */
export type UpsellPhase = 'idle' | 'loading' | 'ready' | 'empty' | 'failed' | 'closed';

/** Which kind of launcher answered. */
export type ServedBy = 'hosted' | 'offers' | 'launcher';

/** Stands for one upsell for as long as its element lives, whatever its impressions are called; compared by identity. */
export type ItemRef = object;

/** One upsell that is held. */
export interface UpsellItem {
  readonly ref: ItemRef;
  readonly cartItem: CartItem;
  /** The launcher that last named it. */
  readonly servedBy: ServedBy;
}

/** What there is to know of an upsell at one moment; frozen, replaced as a whole. */
export interface UpsellState {
  readonly phase: UpsellPhase;
  /** The last error of the newest selection, or null. */
  readonly error: UpsellError | null;
  /** The id that the partner's server needs, as the launcher told it; kept while anything is held. */
  readonly sessionId: string | undefined;
  /** Who serves the newest selection, or tries to. */
  readonly servedBy: ServedBy | undefined;
  /** How many placements of the newest selection are usable; undefined until that is known. */
  readonly placementCount: number | undefined;
  /** What is held, none at quantity 0, in order of appearance; across selections. */
  readonly items: readonly UpsellItem[];
  /** The same as cart items. */
  readonly cartItems: readonly CartItem[];
}

/** One item is different from what was held, or was told anew. */
export interface CartItemUpdated extends ItemStates {
  readonly change: CartItemChange;
  readonly origin: CartItemOrigin;
  readonly consent?: Consent;
}

/** A wish that nobody has a promise for was not fulfilled; the ids as they were asked. */
export interface UpdateFailed {
  /** The impression that was asked for, where one was named. */
  readonly cartItemId?: string | undefined;
  /** The product that was asked for, where it was named. */
  readonly catalogItemId?: string | undefined;
  /** The product that this one hangs on, where it was named. */
  readonly linkedProductId?: string | undefined;
  /** The quantity that was asked for. */
  readonly quantity?: number;
  /** An UpsellError, or the TypeError or RangeError of a misuse. */
  readonly error: Error;
}

interface Details {
  'placements-loading': { readonly servedBy: ServedBy };
  'placements-ready': { readonly servedBy: ServedBy; readonly count: number };
  'placements-empty': { readonly servedBy: ServedBy };
  'placements-closed': { readonly servedBy: ServedBy };
  'placements-failed': { readonly error: UpsellError };
  'upsell-error': { readonly error: UpsellError };
  'cart-item-updated': CartItemUpdated;
  'update-failed': UpdateFailed;
  'offer-engaged': { readonly kind: 'any' | 'positive' };
  'link-requested': { readonly url: string };
  /** Not told to the page, like all that has no event's name. */
  'session-paired': { readonly sessionId: string };
  /** Nothing is to be selected any more. */
  'selection-dropped': object;
}

/** What a fact knows beside what the page is told. */
interface Known extends Record<keyof Details, unknown> {
  'cart-item-updated': { readonly ref: ItemRef; readonly servedBy: ServedBy };
}

/** What has happened; the only thing that changes a state. Named like the event that tells it to the page. */
export type UpsellFact = {
  [Type in keyof Details]: { readonly type: Type; readonly detail: Details[Type] } & Known[Type];
}[keyof Details];

/** A fact of one type. */
export type FactOf<Type extends UpsellFact['type']> = Extract<UpsellFact, { type: Type }>;

/** Before anything has happened. */
export const initialUpsellState: UpsellState = Object.freeze({
  phase: 'idle',
  error: null,
  sessionId: undefined,
  servedBy: undefined,
  placementCount: undefined,
  items: Object.freeze([]),
  cartItems: Object.freeze([]),
});

/** The state after `fact`. A fact that says nothing of the state leaves it the same object. */
export function nextUpsellState(state: UpsellState, fact: UpsellFact): UpsellState {
  const change = changeOf(state, fact);
  return change ? Object.freeze({ ...state, ...change }) : state;
}

/** What `fact` makes different. */
function changeOf(state: UpsellState, fact: UpsellFact): Partial<UpsellState> | undefined {
  switch (fact.type) {
    case 'offer-engaged':
    case 'link-requested':
    case 'update-failed':
      return undefined;
    case 'cart-item-updated':
      return nextItems(state.items, fact);
    case 'session-paired':
    case 'upsell-error':
      return fact.detail;
    case 'selection-dropped':
      return begun(state);
    case 'placements-loading':
    case 'placements-failed': {
      const { servedBy } = state;
      return { ...begun(state), servedBy, ...fact.detail, phase: phaseOf(fact) };
    }
    case 'placements-ready':
    case 'placements-empty':
    case 'placements-closed': {
      const { servedBy, count: placementCount = 0 }: { servedBy: ServedBy; count?: number } = fact.detail;
      return { servedBy, placementCount, phase: phaseOf(fact) };
    }
  }
}

/** The phase that a fact about placements begins, which is in its name. */
function phaseOf({ type }: { readonly type: `placements-${UpsellPhase}` }): UpsellPhase {
  return type.slice('placements-'.length) as UpsellPhase;
}

/** The item as `state` holds it, or null. */
export function heldItem({ items }: UpsellState, ref: ItemRef | undefined): CartItem | null {
  return items.find((item) => item.ref === ref)?.cartItem ?? null;
}

/** What a state begins with when a selection begins: nothing but what is held, and whose session that is. */
function begun({ items, cartItems, sessionId }: UpsellState): UpsellState {
  const kept = items.length > 0 ? { items, cartItems, sessionId } : {};
  return { ...initialUpsellState, ...kept };
}

/**
 * The items after an update: the new state stands where the old one stood, a new item last, one that is gone nowhere. An
 * id belongs to one item: whoever had the new one before has it no more.
 */
function nextItems(
  items: readonly UpsellItem[],
  { ref, servedBy, detail: { cartItem } }: FactOf<'cart-item-updated'>,
): Pick<UpsellState, 'items' | 'cartItems'> {
  const item = cartItem && Object.freeze({ ref, cartItem, servedBy });
  const isKnown = items.some((one) => one.ref === ref);
  const updated = items.map((one) => (one.ref === ref ? item : one));
  const all = isKnown ? updated : [...updated, item];
  const next = all.filter(
    (one) => one !== null && (one.ref === ref || one.cartItem.cartItemId !== cartItem?.cartItemId),
  ) as UpsellItem[];
  return { items: Object.freeze(next), cartItems: Object.freeze(next.map((one) => one.cartItem)) };
}

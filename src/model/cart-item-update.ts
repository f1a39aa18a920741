import { type CartItem, toCartItem } from './cart-item.ts';
import { expectedKind, isId, isRecord, toRecord } from './input.ts';

/** Who says of a change that it caused it, where the launcher tells. */
const STATED_ORIGINS = ['shopper', 'requirement', 'selection'] as const;

/** An origin that only the launcher itself can say. */
export type StatedOrigin = (typeof STATED_ORIGINS)[number];

/**
 * Who caused a change, where it is known; `selection`: what an earlier selection held is gone, has a new id, or was opened
 * with.
 */
export type CartItemOrigin = 'page' | 'placement' | StatedOrigin;

/** What the shopper agreed to, kept as evidence: when (ms since the epoch) and the words that were shown. */
export interface Consent {
  /** When, in ms since the epoch. */
  readonly at: number;
  /** The words that were shown. */
  readonly text: string;
}

/** Both states of one item. */
export interface ItemStates {
  /** The item as it is now; null when it is gone. */
  readonly cartItem: CartItem | null;
  /** The item as it was; null when it is new. */
  readonly oldCartItem: CartItem | null;
}

/** A placement's word on one item; one of the two states may be null, never both. */
export interface CartItemUpdate extends ItemStates {
  /** Only where the launcher says so; Rokt's own does not. */
  readonly origin?: StatedOrigin;
  readonly consent?: Consent;
}

/** A placement's word that it knows no item of that id: an item with this id, quantity 0 and no text at all. */
export interface ClearedItem {
  readonly clearedId: string;
}

/** What has become of an item, judged by its quantity before and after. */
export type CartItemChange = 'added' | 'updated' | 'removed' | 'unchanged';

/** How a request for a quantity ended: as wished, as it was before, or at another quantity. */
export type UpdateOutcome = 'applied' | 'refused' | 'adjusted';

/**
 * The word that a message's body holds, validated.
 *
 * @throws {TypeError} that names the field, what was expected and what came
 */
export function toPlacementWord(input: unknown): CartItemUpdate | ClearedItem {
  const body = toRecord(input, 'body');
  return toClearedItem(body) ?? toCartItemUpdate(body);
}

function toClearedItem({ cartItem, oldCartItem }: Record<string, unknown>): ClearedItem | undefined {
  if (oldCartItem != null || !isRecord(cartItem)) return undefined;
  const { cartItemId, catalogItemId, quantity } = cartItem;
  return isId(cartItemId) && !catalogItemId && quantity === 0 ? { clearedId: cartItemId } : undefined;
}

function toCartItemUpdate(body: Record<string, unknown>): CartItemUpdate {
  const itemAt = (field: string) => (body[field] == null ? null : toCartItem(body[field], field));
  const update = { cartItem: itemAt('cartItem'), oldCartItem: itemAt('oldCartItem') };
  if (!update.cartItem && !update.oldCartItem) {
    throw new TypeError(expectedKind('body', 'cartItem or oldCartItem', body));
  }
  const { origin, consent } = body;
  return Object.freeze({
    ...update,
    ...(isStatedOrigin(origin) ? { origin } : {}),
    ...(isRecord(consent) ? { consent: consent as unknown as Consent } : {}),
  });
}

function isStatedOrigin(origin: unknown): origin is StatedOrigin {
  return (STATED_ORIGINS as readonly unknown[]).includes(origin);
}

/** The item an update belongs to: the old one while there is one. */
export function updatedItem(update: CartItemUpdate): CartItem {
  return (update.oldCartItem ?? update.cartItem) as CartItem;
}

/** What a change from one quantity to another is called. */
export function changeBetween(before: number, after: number): CartItemChange {
  if (before === after) return 'unchanged';
  if (before === 0) return 'added';
  return after === 0 ? 'removed' : 'updated';
}

/** How the quantity `now` answers a wish for `wished`, which was sent while `held` was held. */
export function outcomeOf(now: number, wished: number, held: number): UpdateOutcome {
  if (now === wished) return 'applied';
  return now === held ? 'refused' : 'adjusted';
}

/** How long a selection that is ready may still announce what it holds, ms: a hosted one's frames speak by messages. */
export const OPENING = 250;

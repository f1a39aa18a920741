import { type CartItem, toCartItem } from './cart-item.ts';
import { expected, isRecord, toRecord } from './input.ts';

/** Who says of a change that it caused it, where the launcher tells. */
const STATED_ORIGINS = ['shopper', 'requirement', 'selection'] as const;

type StatedOrigin = (typeof STATED_ORIGINS)[number];

/**
 * Who caused a change, where it is known; `selection`: what an earlier selection held is gone, has a new id, or was opened
 * with.
 */
export type CartItemOrigin = 'page' | 'placement' | StatedOrigin;

/** What the shopper agreed to, kept as evidence: when (ms since the epoch) and the words that were shown. */
export interface Consent {
  readonly at: number;
  readonly text: string;
}

/** Both states of one item; one of them may be null, never both. */
export interface ItemStates {
  readonly cartItem: CartItem | null;
  readonly oldCartItem: CartItem | null;
}

/** A placement's word on one item. */
export interface CartItemUpdate extends ItemStates {
  /** Only where the launcher says so; Rokt's own does not. */
  readonly origin?: StatedOrigin;
  readonly consent?: Consent;
}

export type CartItemChange = 'added' | 'updated' | 'removed' | 'unchanged';

/** How a request for a quantity ended: as wished, as it was before, or at another quantity. */
export type UpdateOutcome = 'applied' | 'refused' | 'adjusted';

/**
 * The update that a message's body holds, validated.
 *
 * @throws {TypeError} that names the field, what was expected and what came
 */
export function toCartItemUpdate(input: unknown): CartItemUpdate {
  const body = toRecord(input, 'body');
  const itemAt = (field: string) => (body[field] == null ? null : toCartItem(body[field], field));
  const update = { cartItem: itemAt('cartItem'), oldCartItem: itemAt('oldCartItem') };
  if (!update.cartItem && !update.oldCartItem) {
    throw new TypeError(expected('body', 'cartItem or oldCartItem', body));
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

/** The item an update belongs to: the old one's id while there is one. */
export function updatedItem(update: ItemStates): CartItem {
  return (update.oldCartItem ?? update.cartItem) as CartItem;
}

/** The quantity after an update; 0 when the item is gone. */
export function newQuantity(update: ItemStates): number {
  return update.cartItem?.quantity ?? 0;
}

/** The quantity before an update; 0 when the item is new. */
export function oldQuantity(update: ItemStates): number {
  return update.oldCartItem?.quantity ?? 0;
}

/** What an update did to the cart, judged by its two quantities alone. */
export function changeOf(update: CartItemUpdate): CartItemChange {
  const before = oldQuantity(update);
  const after = newQuantity(update);
  if (before === after) return 'unchanged';
  if (before === 0) return 'added';
  return after === 0 ? 'removed' : 'updated';
}

/** How `update` answers the wish for `quantity`. */
export function outcomeOf(update: CartItemUpdate, quantity: number): UpdateOutcome {
  const after = newQuantity(update);
  if (after === quantity) return 'applied';
  return after === oldQuantity(update) ? 'refused' : 'adjusted';
}

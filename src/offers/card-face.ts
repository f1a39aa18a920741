import { isRequired, type OfferItem, type Shortage, shortageOf } from './offer-item.ts';
import type { Wording } from './spoken-words.ts';

/** What a card shows in place of its two buttons, or that it shows them. */
export type CardState = 'available' | 'declined' | 'removed' | 'added' | 'repriced' | 'required' | Shortage;

/** What a card has to say apart from its item; it counts while the item's quantity is `at`. */
export interface Note {
  /** `limit`: why the last input was not taken. `removed`: it can be undone. `linked`: a product has brought more along. */
  readonly kind: 'limit' | 'removed' | 'linked';
  readonly at: number;
  /** The quantity before the change. */
  readonly before: number;
  /** Of a limit. */
  readonly text?: string | undefined;
}

/** How the cards of a placement are laid out. */
export type Layout = 'list' | 'compact' | 'hero' | 'carousel';

/** All that one card shows: two that are alike are drawn alike. */
export interface CardFace extends Wording {
  readonly item: OfferItem;
  /** What tells this card from every other of the placement: the item's id, and which of its showings it is. */
  readonly key: string;
  readonly note: Note | undefined;
  /** The quantity that the shopper asked for last. */
  readonly wish: number | undefined;
  readonly layout: Layout;
  /** Until when it can be had, in words; that goes once it is over. */
  readonly ends: string | undefined;
}

/** The items as cards. An item that is shown several times has a card for each. */
export function toShowings(items: readonly OfferItem[]): readonly Pick<CardFace, 'item' | 'key'>[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const count = counts.get(item.cartItemId) ?? 0;
    counts.set(item.cartItemId, count + 1);
    return { item, key: JSON.stringify([item.cartItemId, count]) };
  });
}

/** The state of a card. */
export function stateOf({ item, note }: CardFace): CardState {
  const shortage = shortageOf(item);
  if (item.newOffer) return 'repriced';
  if (isRequired(item)) return 'required';
  if (item.quantity > 0) return 'added';
  // What is removed then cannot be had back.
  if (shortage) return shortage;
  if (note?.kind === 'removed') return 'removed';
  return item.isDeclined ? 'declined' : 'available';
}

/** The quantities that a shopper can choose from, none apart. Where there is a shortage there is no more than is held. */
export function boundsOf({ item }: CardFace): { readonly lowest: number; readonly highest: number } {
  const { minimum, maximum } = item.offer;
  return { lowest: Math.max(minimum, 1), highest: shortageOf(item) ? item.quantity : maximum };
}

/** True where two cards show the same. */
export function isSameFace(one: CardFace, other: CardFace): boolean {
  return (
    haveSameFields({ ...one, item: null }, { ...other, item: null }) && haveSameFields(one.item, other.item)
  );
}

function haveSameFields(one: object, other: object): boolean {
  const [fields, others] = [one, other] as Record<string, unknown>[];
  return Object.keys({ ...one, ...other }).every((name) => fields?.[name] === others?.[name]);
}

/** The layout that `wanted` means for so many offers. */
export function layoutFor(wanted: string | undefined, count: number): Layout {
  if (wanted === 'carousel') return count < 4 ? 'list' : wanted;
  if (wanted === 'list' || wanted === 'compact' || wanted === 'hero') return wanted;
  if (count === 1) return 'hero';
  return count > 2 ? 'compact' : 'list';
}

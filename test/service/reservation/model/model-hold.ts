/** A hold as the model has it: `held` until something ends it; when its time is up it just counts no more. */
export interface ModelHold {
  readonly id: string;
  readonly account: string;
  readonly cart: string;
  readonly item: string;
  readonly sku: string;
  readonly link: string | null;
  readonly quantity: number;
  readonly price: number;
  /** The most that the cart might have of the product when it was made. */
  readonly maximum: number | null;
  readonly expiresAt: number;
  state: 'held' | 'released' | 'confirmed' | 'cancelled';
  order?: string;
  /** The id of the hold of the same cart that was made in its place. */
  successor: string | null;
  /** The id of the hold that it has taken over, where that was confirmed as it. */
  confirmedAs: string | null;
}

/** What a line should come to: an error, a hold that is there, or a new one in the place of others. */
export type Expected =
  | string
  | { readonly code: string; readonly value: object }
  | { readonly hold: ModelHold }
  | { readonly made: Omit<ModelHold, 'id'>; readonly olds: readonly ModelHold[] };

/** What a line of a confirm says. */
export interface Claim {
  readonly id?: string;
  readonly quantity?: number;
  readonly price?: number;
}

/** The hold that a taken-over one lives on in; undefined for one that no other impression has taken over. */
export function lastOf(holds: readonly ModelHold[], hold: ModelHold): ModelHold | undefined {
  const next = ({ successor }: ModelHold) => holds.find(({ id }) => id === successor);
  let last = next(hold);
  if (last?.item === hold.item) return undefined;
  for (let later = last; later; later = next(later)) last = later;
  return last;
}

export function total(holds: readonly ModelHold[]): number {
  return holds.reduce((sum, { quantity }) => sum + quantity, 0);
}

export function hasTerms(one: ModelHold, other: ModelHold): boolean {
  return one.quantity === other.quantity && one.price === other.price;
}

export function mismatch(hold: ModelHold, claim: Claim): string | undefined {
  if (claim.quantity !== undefined && claim.quantity !== hold.quantity) return 'quantity-mismatch';
  return claim.price !== undefined && claim.price !== hold.price ? 'price-mismatch' : undefined;
}

export function alreadyConfirmed({ cart, order }: ModelHold, asker: string): Expected {
  return { code: 'already-confirmed', value: cart === asker ? { orderId: order } : {} };
}

/** The answer to who names a hold that `successor` has taken over, and that does not live on in it. */
export function releasedFor({ id, item, quantity, price }: ModelHold): Expected {
  const itemReservationId = `rokt_item_reservation_id.${id}`;
  const value = { itemReservationId, cartItemId: item, quantity, unitPrice: price / 100 };
  return { code: 'reservation-released', value };
}

/** A cart item as an offer describes it: its quantity and total are the placement's, its id may be. */
export interface OfferedItem {
  /** Minted by the launcher where a static file has none. */
  readonly cartItemId?: string;
  readonly catalogItemId: string;
  readonly currency: string;
  readonly name: string;
  readonly description?: string;
  readonly providerData?: string;
  readonly unitPrice: number;
  readonly linkedProductId?: string;
  readonly quantityMustBeSynchronized?: boolean;
}

/** One thing to sell, as `offers.json` holds it. Quantities are whole numbers, prices decimals in major units. */
export interface Offer {
  readonly cartItem: OfferedItem;
  /** 1 or more makes it a mandatory charge, which needs `required`. */
  readonly minimum: number;
  readonly maximum: number;
  /** Why the item is charged without having been chosen. */
  readonly required?: { readonly reason: string };
  readonly images?: readonly { readonly url: string; readonly alt?: string }[];
  readonly originalPrice?: number;
  readonly taxNote?: string;
  readonly terms?: { readonly url: string; readonly label?: string };
  readonly seller?: string;
  /** `OutOfStock`, in any case, is sold out; anything else is not told. */
  readonly inventoryStatus?: string;
  readonly positiveResponseText?: string;
  readonly negativeResponseText?: string;
  /** Taken note of and not followed: an optional item starts at 0. */
  readonly preSelectedQuantity?: number;
}

/** The offers of one place on the page. */
export interface PlacementDocument {
  readonly placementId?: string;
  /** Selector of its mount node; default: the launcher's. */
  readonly target?: string;
  readonly title?: string;
  readonly offers: readonly Offer[];
}

/** What an `offers.json` holds. */
export interface OffersDocument {
  readonly sessionId?: string;
  readonly placements: readonly PlacementDocument[];
}

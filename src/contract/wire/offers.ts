// Made from the schemas of src/contract by `npm run wire`.

export interface OfferImage {
  readonly url: string;
  readonly alt?: string;
}

export interface OfferTerms {
  readonly url: string;
  readonly label?: string;
}

export interface OfferRequired {
  readonly reason: string;
}

/** A cart item as an offer describes it; its quantity and total are the placement’s. */
export interface OfferedItem {
  /** Minted by the launcher where a static file has none. */
  readonly cartItemId?: string;
  /** The product. */
  readonly catalogItemId: string;
  /** ISO 4217, such as `USD`. */
  readonly currency: string;
  readonly name: string;
  readonly description?: string;
  /** JSON, for the provider. */
  readonly providerData?: string;
  readonly unitPrice: number;
  /** The product of the page that this one belongs to. */
  readonly linkedProductId?: string;
  readonly quantityMustBeSynchronized?: boolean;
}

/** One thing to sell. Prices are decimals in major units. */
export interface Offer {
  readonly cartItem: OfferedItem;
  /** 1 or more makes it a mandatory charge, which needs `required`. */
  readonly minimum: number;
  /** At least `minimum`. */
  readonly maximum: number;
  readonly required?: OfferRequired;
  readonly images?: readonly OfferImage[];
  readonly originalPrice?: number;
  readonly taxNote?: string;
  readonly terms?: OfferTerms;
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
  /** Selector of its mount node; default: the launcher’s. */
  readonly target?: string;
  readonly title?: string;
  readonly offers: readonly Offer[];
}

/** What an `offers.json` holds. */
export interface OffersDocument {
  readonly sessionId?: string;
  readonly placements: readonly PlacementDocument[];
}

/** An offered item with the id of this impression, which reserve takes. */
export interface SelectedItem {
  readonly cartItemId: string;
  /** The product. */
  readonly catalogItemId: string;
  /** ISO 4217, such as `USD`. */
  readonly currency: string;
  readonly name: string;
  readonly description?: string;
  /** JSON, for the provider. */
  readonly providerData?: string;
  readonly unitPrice: number;
  /** The product of the page that this one belongs to. */
  readonly linkedProductId?: string;
  readonly quantityMustBeSynchronized?: boolean;
}

/** One thing to sell to one shopper. */
export interface SelectedOffer {
  readonly cartItem: SelectedItem;
  /** 1 or more makes it a mandatory charge, which needs `required`. */
  readonly minimum: number;
  /** At least `minimum`. */
  readonly maximum: number;
  readonly required?: OfferRequired;
  readonly images?: readonly OfferImage[];
  readonly originalPrice?: number;
  readonly taxNote?: string;
  readonly terms?: OfferTerms;
  readonly seller?: string;
  /** `OutOfStock`, in any case, is sold out; anything else is not told. */
  readonly inventoryStatus?: string;
  readonly positiveResponseText?: string;
  readonly negativeResponseText?: string;
  /** Taken note of and not followed: an optional item starts at 0. */
  readonly preSelectedQuantity?: number;
  /** What the page’s cart holds of it already, within `minimum` and `maximum`; absent where it holds none. */
  readonly openingQuantity?: number;
}

/** The offers of one place on the page, for one shopper. */
export interface SelectedPlacement {
  readonly placementId: string;
  /** Selector of its mount node; default: the launcher’s. */
  readonly target?: string;
  readonly title?: string;
  readonly offers: readonly SelectedOffer[];
}

/** The offers for one shopper: an `offers.json` with every id in it. */
export interface SelectionAnswer {
  readonly sessionId: string;
  readonly placements: readonly SelectedPlacement[];
}

// Made from the schemas of src/contract by `npm run wire`.

/** A picture of an offer. */
export interface OfferImage {
  /** Where it is; relative to the page. */
  readonly url: string;
  /** What it shows. */
  readonly alt?: string;
}

/** Where the terms of an offer are to be read. */
export interface OfferTerms {
  /** An http or https URL, or one relative to the page. */
  readonly url: string;
  /** The words of the link. */
  readonly label?: string;
}

/** What makes an offer part of every order. */
export interface OfferRequired {
  /** Why it has to be paid, as the shopper reads it. */
  readonly reason: string;
}

/** A cart item as an offer describes it; its quantity and total are the placement’s. */
export interface OfferedItem {
  /** Minted by the launcher where a static file has none. */
  readonly cartItemId?: string;
  /** The product. */
  readonly catalogItemId: string;
  /** An ISO 4217 code such as "USD". */
  readonly currency: string;
  /** What it is called. */
  readonly name: string;
  /** What it is, in a sentence or two. */
  readonly description?: string;
  /** JSON, for the provider. */
  readonly providerData?: string;
  /** What one costs, as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly unitPrice: number;
  /** The product of the page that this one belongs to. */
  readonly linkedProductId?: string;
  /** True: its quantity is always that of `linkedProductId`. */
  readonly quantityMustBeSynchronized?: boolean;
}

/** One thing to sell. */
export interface Offer {
  readonly cartItem: OfferedItem;
  /** 1 or more makes it a mandatory charge, which needs `required`. */
  readonly minimum: number;
  /** At least `minimum`. */
  readonly maximum: number;
  readonly required?: OfferRequired;
  /** The first one is shown. */
  readonly images?: readonly OfferImage[];
  /** What one cost before (shown where it is more than `unitPrice`), as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly originalPrice?: number;
  /** Such as "incl. VAT". */
  readonly taxNote?: string;
  readonly terms?: OfferTerms;
  /** Who sells it, as a line. */
  readonly seller?: string;
  /** `OutOfStock`, in any case, is sold out; anything else is not told. */
  readonly inventoryStatus?: string;
  /** A time such as "2026-12-05T18:00:00+01:00". */
  readonly expiresAt?: string;
  /** The words of the button that adds it. */
  readonly positiveResponseText?: string;
  /** The words of the button that declines it. */
  readonly negativeResponseText?: string;
  /** Taken note of and not followed: an optional item starts at 0. */
  readonly preSelectedQuantity?: number;
}

/** The offers of one place on the page. */
export interface PlacementDocument {
  readonly placementId?: string;
  /** Selector of its mount node; default: the launcher’s. */
  readonly target?: string;
  /** The heading over the offers. */
  readonly title?: string;
  readonly offers: readonly Offer[];
}

/** What an `offers.json` holds: the offers of a page, the same for everybody. */
export interface OffersDocument {
  /** Where this schema is: offers.schema.json in the package. */
  readonly $schema?: string;
  /** For the page’s own server; minted where there is none. */
  readonly sessionId?: string;
  readonly placements: readonly PlacementDocument[];
}

/** An offered item with the id of this impression, which reserve takes. */
export interface SelectedItem {
  readonly cartItemId: string;
  /** The product. */
  readonly catalogItemId: string;
  /** An ISO 4217 code such as "USD". */
  readonly currency: string;
  /** What it is called. */
  readonly name: string;
  /** What it is, in a sentence or two. */
  readonly description?: string;
  /** JSON, for the provider. */
  readonly providerData?: string;
  /** What one costs, as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly unitPrice: number;
  /** The product of the page that this one belongs to. */
  readonly linkedProductId?: string;
  /** True: its quantity is always that of `linkedProductId`. */
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
  /** The first one is shown. */
  readonly images?: readonly OfferImage[];
  /** What one cost before (shown where it is more than `unitPrice`), as a decimal in the currency’s major unit, with no more digits than it has: 19.99 in USD, 500 in JPY. */
  readonly originalPrice?: number;
  /** Such as "incl. VAT". */
  readonly taxNote?: string;
  readonly terms?: OfferTerms;
  /** Who sells it, as a line. */
  readonly seller?: string;
  /** `OutOfStock`, in any case, is sold out; anything else is not told. */
  readonly inventoryStatus?: string;
  /** A time such as "2026-12-05T18:00:00+01:00". */
  readonly expiresAt?: string;
  /** The words of the button that adds it. */
  readonly positiveResponseText?: string;
  /** The words of the button that declines it. */
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
  /** The heading over the offers. */
  readonly title?: string;
  readonly offers: readonly SelectedOffer[];
}

/** An attribute that did not count as it was sent. */
export interface IgnoredAttribute {
  /** The name of the attribute; `attributes` where they are no object at all. */
  readonly name: string;
  /** What is too long is cut; NUL and half a character are taken out of a broken text; an attribute is left out where that is its name, where it is no text, or one too many. */
  readonly reason: 'broken-text' | 'too-long' | 'too-many' | 'unreadable';
}

/** The offers for one shopper: an `offers.json` with every id in it. */
export interface SelectionAnswer {
  readonly sessionId: string;
  readonly placements: readonly SelectedPlacement[];
  /** Attributes that were cut or left out, the first hundred; absent where all counted. */
  readonly ignored?: readonly IgnoredAttribute[];
}

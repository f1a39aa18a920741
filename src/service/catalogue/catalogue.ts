/** What an account sells at this moment. */
export interface Catalogue {
  /** The product `sku`, or undefined when it is not for sale (any more). */
  product(sku: string): Product | undefined;
  /** How the first offer of the product is sold, for an impression that was kept without its own terms. */
  firstOffer(sku: string): ItemTerms | undefined;
}

/** What a reservation asks of a product. */
export interface Product {
  /** In whole minor units of `currency`. */
  readonly unitPrice: number;
  readonly currency: string;
  /** The most that one cart may hold and buy of it; no limit without. */
  readonly maximum?: number | undefined;
  /** How long a hold on it lasts, in ms. */
  readonly holdTime: number;
  /** Who is told to fulfil it; nobody where the shop does so itself. */
  readonly provider?: string | undefined;
}

/** What an offer says of one item of its product. */
export interface ItemTerms {
  /** The fewest and the most that one line may have. */
  readonly minimum: number;
  readonly maximum: number;
  /** What the provider is told besides, as it is in the catalogue. */
  readonly providerData?: string | undefined;
}

/** What an account sells at this moment. */
export interface Catalogue {
  /** The product `sku`, or undefined when it is not for sale (any more). */
  item(sku: string): CatalogueItem | undefined;
}

/** What a reservation asks of a product. */
export interface CatalogueItem {
  /** In whole minor units of `currency`. */
  readonly unitPrice: number;
  readonly currency: string;
  /** The fewest and the most that one line may have. */
  readonly minimum: number;
  readonly maximum: number;
  /** How long a hold on it lasts, in ms. */
  readonly holdTime: number;
  /** Who is told to fulfil it; nobody where the shop does so itself. */
  readonly provider?: string | undefined;
  /** What that provider is told besides, as it is in the catalogue. */
  readonly providerData?: string | undefined;
}

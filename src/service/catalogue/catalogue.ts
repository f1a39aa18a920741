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
  /** What a test item does, whatever the tables say. */
  readonly fixed?: FixedOutcomes | undefined;
}

/** Outcomes of a test item, like those of a test card. (A short hold is its `holdTime`.) */
export interface FixedOutcomes {
  /** Offered as if in stock, and `out-of-stock` at reserve. */
  readonly soldOut?: boolean;
  /** What reserve charges for one in place of `unitPrice`, in minor units. */
  readonly reservePrice?: number;
  /** Each confirm is answered as `reservation-expired`. */
  readonly confirmRefused?: boolean;
  /** Each delivery to the provider fails. */
  readonly providerDown?: boolean;
  /** The reply to the first reserve is lost after the commit. */
  readonly replyLost?: boolean;
}

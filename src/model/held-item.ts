/** What a cart holds already of one upsell, as a selection is told of it before it begins. */
export interface HeldItem {
  /** The last id that was told; it changes with each impression, so the product is what counts. */
  readonly cartItemId: string;
  /** The product (SKU). */
  readonly catalogItemId: string;
  /** The product of the page that it hangs on; absent for none. */
  readonly linkedProductId?: string | undefined;
  /** Whole number, at least 0. */
  readonly quantity: number;
  /** What one costs as it is held, a decimal in major units of `currency`; only of what this element held before. */
  readonly unitPrice?: number;
  /** ISO 4217 code. */
  readonly currency?: string;
}

/** What a page's cart holds already of the upsells. */
export type HeldItems = readonly HeldItem[] & {
  /** True: it says nothing to a selection that runs, only to the next one; whoever hands it over asks for its lines itself. */
  readonly isForNextStart?: boolean;
};

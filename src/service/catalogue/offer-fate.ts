/** What became of one offer when somebody asked for offers. */
export interface OfferFate {
  /** The placement of the catalogue that has it. */
  readonly placementId: string;
  /** Its product, by the catalogue. */
  readonly sku: string;
  /** The name of its product, as the catalogue has it. */
  readonly name: string;
  /** `missed` where a condition was not met; `sold-out` where all were, and there is no stock. */
  readonly outcome: 'shown' | 'sold-out' | 'missed';
  /** The conditions that were not met. */
  readonly unmet: readonly Unmet[];
}

/** A condition that was not met. */
export interface Unmet {
  /** In words, such as `the attribute "country"`. */
  readonly rule: string;
  /** What would have met it. */
  readonly expected: readonly string[];
  /** In words, and without the value of an attribute, which may tell who the shopper is. */
  readonly got: string;
}

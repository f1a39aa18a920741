/** The most of everything that a request may carry. Beyond it the whole request is `invalid-request`. */
export const LIMITS = {
  items: 100,
  quantity: 1_000_000,
  idLength: 256,
  urlLength: 2_048,
  attributes: 100,
  attributeNameLength: 128,
  attributeValueLength: 8_192,
  /** The largest whole number that JavaScript adds exactly. */
  wholeNumber: Number.MAX_SAFE_INTEGER,
} as const;

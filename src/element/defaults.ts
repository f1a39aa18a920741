/** How long a selection may take to its terminal phase, retries included, ms. */
export const TIMEOUT = 10_000;

/** How long the answer to a request may take from sending it, ms. */
export const UPDATE_TIMEOUT = 5_000;

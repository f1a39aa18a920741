/**
 * How an upsell follows the product it hangs on: `synchronized` has its quantity, `at-most` falls with it and never
 * rises, `independent` goes only when the product goes.
 */
export type LinkedPolicy = 'synchronized' | 'at-most' | 'independent';

/**
 * The quantity that an upsell may have of the `wished` one.
 *
 * @param product how many of the linked product there are; undefined for an upsell that hangs on none
 * @param policy undefined is `independent`
 */
export function linkedQuantity(
  wished: number,
  product: number | undefined,
  policy: LinkedPolicy | undefined,
): number {
  if (product === undefined || wished === 0) return wished;
  if (product === 0 || policy === 'synchronized') return product;
  return policy === 'at-most' ? Math.min(wished, product) : wished;
}

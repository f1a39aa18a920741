/** A catalogue of what a test sells: SKUs with their stock, price and provider. */
export function catalogueOf(
  products: Readonly<
    Record<string, { stock?: number; unitPrice?: number; provider?: string; holdSeconds?: number }>
  >,
  providers: Readonly<Record<string, { readonly url: string; readonly secret: string }>> = {},
) {
  const offers = Object.entries(products).map(([sku, { unitPrice = 10, ...rest }]) => ({
    sku,
    ...rest,
    cartItem: { name: sku, currency: 'USD', unitPrice },
    minimum: 0,
    maximum: 99,
  }));
  return { accountId: '222', providers, placements: [{ placementId: 'all', offers }] };
}

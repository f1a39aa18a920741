/** The first-party launcher, fetched when an element first needs it. The hosted-only file has `no-offers.ts` in its place. */
export function loadOffers(): Promise<typeof import('../offers/index.ts')> {
  return import('../offers/index.ts');
}

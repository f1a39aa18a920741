import { RequestRefused } from './request-refused.ts';

/** @throws {RequestRefused} `duplicate-cart-item` when two items have one id */
export function refuseDuplicates(items: readonly { readonly cartItemId: string }[]): void {
  const seen = new Set<string>();
  for (const { cartItemId } of items) {
    if (seen.has(cartItemId)) throw new RequestRefused('duplicate-cart-item', { cartItemId });
    seen.add(cartItemId);
  }
}

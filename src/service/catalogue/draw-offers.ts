import { isInStock } from '../store/in-stock.ts';
import type { Transaction } from '../store/store.ts';
import type { AccountCatalogue } from './account-catalogue.ts';
import { type ChosenOffer, type ChosenPlacement, chooseOffers } from './choose-offers.ts';
import type { SelectionInput } from './targeting.ts';

/** An offer for one shopper, before it has an id. */
export interface DrawnOffer extends ChosenOffer {
  readonly isSoldOut: boolean;
}

export interface DrawnPlacement extends Pick<ChosenPlacement, 'placement'> {
  readonly offers: readonly DrawnOffer[];
}

/**
 * What a shopper is shown at `now`, sold-out offers among it. A mandatory charge that is sold out is left out: nobody
 * could be charged for it. A placement without offers is none.
 */
export async function drawOffers(
  tx: Transaction,
  catalogue: AccountCatalogue,
  input: SelectionInput,
  now: number,
): Promise<readonly DrawnPlacement[]> {
  const soldOut = new Map<string, boolean>();
  const drawn: DrawnPlacement[] = [];
  for (const { placement, offers } of chooseOffers(catalogue, input)) {
    const kept: DrawnOffer[] = [];
    for (const chosen of offers) {
      const { sku, minimum } = chosen.offer;
      const isSoldOut =
        soldOut.get(sku) ??
        !(await isInStock(tx, catalogue.accountId, sku, catalogue.item(sku)?.minimum ?? 1, now));
      soldOut.set(sku, isSoldOut);
      if (!isSoldOut || minimum === 0) kept.push({ ...chosen, isSoldOut });
    }
    if (kept.length > 0) drawn.push({ placement, offers: kept });
  }
  return drawn;
}

/** True when there is anything to sell in it. */
export function holdsAnOffer(drawn: readonly DrawnPlacement[]): boolean {
  return drawn.some(({ offers }) => offers.some(({ isSoldOut }) => !isSoldOut));
}

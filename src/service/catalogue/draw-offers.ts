import { isInStock } from '../store/in-stock.ts';
import type { Transaction } from '../store/store.ts';
import type { AccountCatalogue } from './account-catalogue.ts';
import { type ChosenOffer, type ChosenPlacement, chooseOffers } from './choose-offers.ts';
import type { SelectionInput } from './targeting.ts';

/** An offer for one shopper, before it has an id. */
export interface DrawnOffer extends ChosenOffer {
  readonly isSoldOut: boolean;
}

/** A place on the page with the offers that one shopper is shown there. */
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
  const isSoldOut = soldOutIn(tx, catalogue, now);
  const drawn: DrawnPlacement[] = [];
  for (const { placement, offers } of chooseOffers(catalogue, input)) {
    const kept: DrawnOffer[] = [];
    for (const chosen of offers) {
      const offer = { ...chosen, isSoldOut: await isSoldOut(chosen.offer.sku) };
      if (!offer.isSoldOut || chosen.offer.minimum === 0) kept.push(offer);
    }
    if (kept.length > 0) drawn.push({ placement, offers: kept });
  }
  return drawn;
}

/** Tells of a product whether too little is left of it at `now`; each is looked up once. */
function soldOutIn(tx: Transaction, catalogue: AccountCatalogue, now: number) {
  const known = new Map<string, boolean>();
  return async (sku: string): Promise<boolean> => {
    const earlier = known.get(sku);
    if (earlier !== undefined) return earlier;
    const fewest = catalogue.item(sku)?.minimum ?? 1;
    const isSoldOut = !(await isInStock(tx, catalogue.accountId, sku, fewest, now));
    known.set(sku, isSoldOut);
    return isSoldOut;
  };
}

/** True when there is anything to sell in it. */
export function holdsAnOffer(drawn: readonly DrawnPlacement[]): boolean {
  return drawn.some(({ offers }) => offers.some(({ isSoldOut }) => !isSoldOut));
}

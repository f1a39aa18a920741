import { type Asker, StockInSight } from '../store/in-stock.ts';
import type { Transaction } from '../store/store.ts';
import { type AccountCatalogue, toItemTerms } from './account-catalogue.ts';
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
 *
 * @param asker what is held for them is not sold out to them
 */
export async function drawOffers(
  tx: Transaction,
  catalogue: AccountCatalogue,
  input: SelectionInput,
  asker: Asker,
  now: number,
): Promise<readonly DrawnPlacement[]> {
  const stock = new StockInSight(tx, catalogue.accountId, asker, now);
  const drawn: DrawnPlacement[] = [];
  for (const { placement, offers } of chooseOffers(catalogue, input)) {
    const kept: DrawnOffer[] = [];
    for (const chosen of offers) {
      const { offer } = chosen;
      const isSoldOut = !(await stock.has(offer.sku, toItemTerms(offer).minimum));
      if (!isSoldOut || offer.minimum === 0) kept.push({ ...chosen, isSoldOut });
    }
    if (kept.length > 0) drawn.push({ placement, offers: kept });
  }
  return drawn;
}

/** Whether {@link drawOffers} would show anything that can be sold. */
export async function drawsAnOffer(
  tx: Transaction,
  catalogue: AccountCatalogue,
  input: SelectionInput,
  asker: Asker,
  now: number,
): Promise<boolean> {
  const stock = new StockInSight(tx, catalogue.accountId, asker, now);
  for (const { offers } of chooseOffers(catalogue, input)) {
    for (const { offer } of offers) if (await stock.has(offer.sku, toItemTerms(offer).minimum)) return true;
  }
  return false;
}

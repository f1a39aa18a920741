import { toMinorUnits } from '../../model/index.ts';
import type { Catalogue, CatalogueItem } from './catalogue.ts';
import type { CatalogueFile, CatalogueOffer, CataloguePlacement, Provider } from './catalogue-file.ts';

/** Everything that one account sells, as its catalogue file has it. */
export interface AccountCatalogue extends Catalogue {
  readonly accountId: string;
  /** Higher than that of every catalogue before it; 0 where the file names none. */
  readonly version: number;
  readonly placements: readonly CataloguePlacement[];
  /** How many of each product there ever were; null without a limit. */
  readonly supplies: ReadonlyMap<string, number | null>;
  /** Who fulfils, by name. */
  readonly providers: Readonly<Record<string, Provider>>;
}

const HOLD_SECONDS = 600;

/** The catalogue that a file without faults describes. */
export function buildCatalogue(file: CatalogueFile): AccountCatalogue {
  const { holdSeconds = HOLD_SECONDS } = file;
  const offers = file.placements.flatMap((placement) => placement.offers);
  const items = new Map(offers.map((offer) => [offer.sku, toItem(offer, holdSeconds)]));
  return {
    accountId: file.accountId,
    version: file.version ?? 0,
    placements: file.placements,
    supplies: new Map(offers.map(({ sku, stock }) => [sku, stock ?? null])),
    providers: file.providers ?? {},
    item: (sku) => items.get(sku),
  };
}

function toItem(
  { minimum, maximum, provider, holdSeconds, cartItem }: CatalogueOffer,
  usualHold: number,
): CatalogueItem {
  const { currency, unitPrice, providerData } = cartItem;
  return {
    unitPrice: toMinorUnits(unitPrice, currency),
    currency,
    // A mandatory charge has its minimum in the placement; nobody reserves none of it.
    minimum: Math.max(minimum, 1),
    maximum,
    holdTime: (holdSeconds ?? usualHold) * 1000,
    provider,
    providerData,
  };
}

import { productKey } from '../../model/index.ts';
import { type AccountCatalogue, type Offer, type Placement, toItemTerms } from './account-catalogue.ts';
import type { Shown } from './catalogue-file.ts';
import { productIdsIn } from './product-ids.ts';
import { meetsRules, type SelectionInput } from './targeting.ts';
import { isReadIn, wantedLocales } from './wanted-locales.ts';

/** An offer that a shopper may see, linked to one product of the page where it has to be. */
export interface ChosenOffer {
  readonly offer: Offer;
  readonly linkedProductId?: string;
}

/** A place on the page with the offers that a shopper may see there. */
export interface ChosenPlacement {
  readonly placement: Placement;
  readonly offers: readonly ChosenOffer[];
}

/** What is left of a catalogue at each step of the choice. */
export interface Choice {
  /** Every rule holds, and what has to be linked is. */
  readonly fitting: readonly ChosenPlacement[];
  /** That in the language that the shopper reads best. */
  readonly readable: readonly ChosenPlacement[];
  /** That with each product once in a placement. */
  readonly shown: readonly ChosenPlacement[];
}

/** What a shopper may see of a catalogue, in stock or not: every rule holds, and all of it is in one language. */
export function chooseOffers(catalogue: AccountCatalogue, input: SelectionInput): readonly ChosenPlacement[] {
  return choiceOf(catalogue, input).shown;
}

/** How it comes to what {@link chooseOffers} gives. */
export function choiceOf({ placements }: AccountCatalogue, input: SelectionInput): Choice {
  const productIds = productIdsIn(input.attributes);
  const fitting = placements
    .filter((placement) => meetsRules(placement, input))
    .map((placement) => ({
      placement,
      offers: placement.offers
        .filter((offer) => meetsRules(offer, input))
        .flatMap((offer) => linked(offer, productIds)),
    }));
  const wanted = wantedLocales(input.attributes['locale'], input.acceptLanguage);
  const readable = inOneLanguage(fitting, wanted);
  const shown = eachProductOnce(readable).filter(({ offers }) => offers.length > 0);
  return { fitting, readable, shown };
}

function linked(offer: Offer, productIds: readonly string[]): ChosenOffer[] {
  if (!offer.linkedTo) return [{ offer }];
  const skus = new Set(offer.linkedTo.skus);
  return productIds.filter((id) => skus.has(id)).map((linkedProductId) => ({ offer, linkedProductId }));
}

/** Those that the shopper reads best; with none in any wanted language only what is for everybody. */
function inOneLanguage(chosen: readonly ChosenPlacement[], wanted: readonly string[]): ChosenPlacement[] {
  if (wanted.length === 0) return [...chosen];
  const inRange = (range: string | undefined) => (shown: Shown) =>
    !shown.locales || (range !== undefined && shown.locales.some((locale) => isReadIn(locale, range)));
  const readableIn = (range: string | undefined) =>
    chosen
      .filter(({ placement }) => inRange(range)(placement))
      .map(({ placement, offers }) => ({
        placement,
        offers: offers.filter(({ offer }) => inRange(range)(offer)),
      }));
  const isLocal = ({ placement, offers }: ChosenPlacement) =>
    offers.some(({ offer }) => offer.locales ?? placement.locales);
  const best = wanted.find((range) => readableIn(range).some(isLocal));
  return readableIn(best);
}

/** A placement shows a product once, by the first offer that fits; another one shows it too where it sells it alike. */
function eachProductOnce(chosen: readonly ChosenPlacement[]): ChosenPlacement[] {
  const terms = new Map<string, string>();
  return chosen.map(({ placement, offers }) => {
    const here = new Set<string>();
    const kept = offers.filter(({ offer, linkedProductId }) => {
      const key = productKey({ catalogItemId: offer.sku, linkedProductId });
      const own = termsOf(offer);
      if (here.has(key) || (terms.get(key) ?? own) !== own) return false;
      here.add(key);
      terms.set(key, own);
      return true;
    });
    return { placement, offers: kept };
  });
}

const knownTerms = new WeakMap<Offer, string>();

/** What all offers of one product in a selection have to agree on: to the page they are one item. */
function termsOf(offer: Offer): string {
  const known = knownTerms.get(offer);
  if (known !== undefined) return known;
  const { quantityMustBeSynchronized = false } = offer.cartItem;
  const terms = JSON.stringify([offer.minimum === 0, toItemTerms(offer), quantityMustBeSynchronized]);
  knownTerms.set(offer, terms);
  return terms;
}

import type { AccountCatalogue, Offer, Placement } from './account-catalogue.ts';
import { choiceOf, type ChosenPlacement } from './choose-offers.ts';
import type { OfferFate, Unmet } from './offer-fate.ts';
import { type Miss, missesOf, type SelectionInput } from './targeting.ts';
import { wantedLocales } from './wanted-locales.ts';

/** How many offers are told of: a log keeps many calls, and a catalogue may have more offers than anybody reads. */
const TOLD = 50;

/**
 * What becomes of the offers of a catalogue for one shopper, and why: of the 50 nearest, those that are shown first.
 *
 * @param inStock the offers of which there is stock
 */
export function explainOffers(
  catalogue: AccountCatalogue,
  input: SelectionInput,
  inStock: ReadonlySet<Offer>,
): OfferFate[] {
  const { fitting, readable, shown } = choiceOf(catalogue, input);
  const steps = [fitting, readable, shown].map(offersIn);
  const fates = catalogue.placements.flatMap((placement) =>
    placement.offers.map((offer) => {
      const unmet = unmetOf(placement, offer, input, steps);
      return {
        placementId: placement.placementId,
        sku: offer.sku,
        name: offer.cartItem.name,
        outcome: outcomeOf(unmet.length === 0, inStock.has(offer)),
        unmet,
      };
    }),
  );
  return fates.sort((one, other) => one.unmet.length - other.unmet.length).slice(0, TOLD);
}

function outcomeOf(isShown: boolean, isInStock: boolean): OfferFate['outcome'] {
  if (!isShown) return 'missed';
  return isInStock ? 'shown' : 'sold-out';
}

function offersIn(placements: readonly ChosenPlacement[]): ReadonlySet<Offer> {
  return new Set(placements.flatMap(({ offers }) => offers.map(({ offer }) => offer)));
}

/** The conditions that keep an offer from being shown: all rules, or the step of the choice at which it was left out. */
function unmetOf(
  placement: Placement,
  offer: Offer,
  input: SelectionInput,
  [fitting, readable, shown]: readonly ReadonlySet<Offer>[],
): Unmet[] {
  const rules = [...missesOf(placement, input), ...missesOf(offer, input)].map(toUnmet);
  if (!fitting?.has(offer)) return rules.length > 0 ? rules : [unlinked(offer)];
  if (!readable?.has(offer)) return [unread(placement, offer, input)];
  if (shown?.has(offer)) return [];
  return [
    {
      rule: 'each product once, and sold alike everywhere',
      expected: ['no other offer of the product before it'],
      got: 'another offer of the product',
    },
  ];
}

function toUnmet({ rule, isAttribute, expected, got }: Miss): Unmet {
  if (!isAttribute) return { rule: 'the page identifier', expected, got: got ?? 'none' };
  return { rule: `the attribute "${rule}"`, expected, got: inWords(got, expected) };
}

/** What there is to say of an attribute without saying it. */
function inWords(got: string | undefined, expected: readonly string[]): string {
  if (got === undefined) return 'it was not sent';
  const isAlike = expected.some((value) => plain(value) === plain(got));
  return isAlike ? 'the same in other letters or with spaces around it' : 'another value';
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

function unlinked({ linkedTo }: Offer): Unmet {
  return { rule: 'the attribute "productIds"', expected: linkedTo?.skus ?? [], got: 'none of these' };
}

function unread(placement: Placement, offer: Offer, { attributes, acceptLanguage }: SelectionInput): Unmet {
  const isTold = wantedLocales(attributes['locale'], undefined).length > 0;
  const asked = wantedLocales(undefined, acceptLanguage).join(', ');
  return {
    rule: 'the language',
    expected: offer.locales ?? placement.locales ?? [],
    got: isTold ? 'another one by the attribute "locale"' : `another one of ${asked}`,
  };
}

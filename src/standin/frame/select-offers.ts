import { fetchOffers } from '../../offers/fetch-offers.ts';
import { hasLocale } from '../../offers/offers-selection.ts';
import type { SelectAnswer, SelectWish } from '../protocol.ts';

/** Asks the service that the frame is from for the offers, as our own launcher does. Rejects as {@link fetchOffers} does. */
export async function selectOffers(wish: SelectWish): Promise<SelectAnswer> {
  const lang = hasLocale(wish.attributes) ? '' : wish.lang;
  const request = { ...wish, lang, url: '../../', heldItems: [] };
  // A page that waits no more takes the frame away.
  const answer = await fetchOffers(request, new AbortController().signal);
  return answer as SelectAnswer;
}

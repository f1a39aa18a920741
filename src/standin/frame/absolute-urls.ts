import type { PlacementDocument } from '../../offers/index.ts';

/** A placement whose pictures and terms are found from anywhere. @param base what their addresses are relative to */
export function withAbsoluteUrls(placement: PlacementDocument, base: string): PlacementDocument {
  const absolute = (url: string) => (URL.canParse(url, base) ? new URL(url, base).href : url);
  const offers = placement.offers.map(({ images, terms, ...offer }) => ({
    ...offer,
    ...(images && { images: images.map((image) => ({ ...image, url: absolute(image.url) })) }),
    ...(terms && { terms: { ...terms, url: absolute(terms.url) } }),
  }));
  return { ...placement, offers };
}

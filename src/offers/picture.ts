import type { OfferImage } from '../contract/wire.ts';
import { h, type Part, type Wanted } from './draw.ts';

/** The image of an offer, on a tile that is left where it does not load. Without one there is no place for it either. */
export function picture(image: OfferImage | undefined): Part {
  if (!image) return undefined;
  const { url, alt = '' } = image;
  return h('div', { class: 'picture', part: 'image' }, h('img', { src: url, alt, loading: 'lazy' }));
}

const PATHS = {
  previous: 'm15 5-7 7 7 7',
  next: 'm9 5 7 7-7 7',
  tick: 'm5 13 4 4L19 7',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  notice: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 7v6M12 16v1',
};

/** A sign in the colour of the text around it. */
export function icon(name: keyof typeof PATHS): Wanted {
  return h('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, h('path', { d: PATHS[name] }));
}

import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { PATIENCE } from '../../tools/check/patience.mjs';
import type { Painter } from './painters.ts';

/** A picture to be taken of the gallery. */
export interface Picture {
  readonly name: string;
  readonly query: string;
  /** How wide the page is, px. */
  readonly width: number;
}

/** Few, and each of a state, a theme, a language and a width that no other has. */
export const pictures: readonly Picture[] = [
  { name: 'hero-en', query: 'state=available&lang=en', width: 420 },
  { name: 'added-dark-de', query: 'state=added&lang=de&scheme=dark', width: 480 },
  { name: 'compact-green-ar', query: 'state=compact&lang=ar&theme=green', width: 640 },
  { name: 'repriced-dark-es', query: 'state=repriced&lang=es&scheme=dark', width: 400 },
  { name: 'required-paper-fr', query: 'state=required&lang=fr&theme=paper', width: 360 },
  { name: 'sold-out-night-ja', query: 'state=sold-out&lang=ja&theme=night', width: 440 },
];

/** Nothing moves, nothing else is there, and the page is as wide as it is asked to be. */
const PREPARE = (width: number) => `
  document.documentElement.style.setProperty('--rokt-upsell-duration', '0s');
  document.querySelector('header').hidden = true;
  document.body.style.inlineSize = '${width}px';
  document.body.style.boxSizing = 'border-box';
  return true;`;

const IS_STILL = `
  const roots = [...document.querySelectorAll('main > section:not([hidden]) rokt-upsell-offers')].map((one) => one.shadowRoot);
  const images = roots.flatMap((root) => [...root.querySelectorAll('img')]);
  const isBusy = document.querySelector('main').ariaBusy !== 'false';
  return !isBusy && document.fonts.status === 'loaded' && images.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);`;

/** Takes a picture. @param css what the page is made to look like besides */
export async function take(painter: Painter, url: string, picture: Picture, css = ''): Promise<Uint8Array> {
  await painter.open(`${url}gallery.html?${picture.query}`);
  await painter.evaluate(PREPARE(picture.width));
  const style = `const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets = [sheet];`;
  if (css) await painter.evaluate(style);
  const end = Date.now() + PATIENCE.fact;
  while (!(await painter.evaluate(IS_STILL)))
    if (Date.now() > end) throw new Error(`${picture.name}: the gallery did not come to rest`);
  let painted = await painter.paint();
  // A picture that has come may be painted a little later.
  for (let same = 0; same < 2;) {
    const next = await painter.paint();
    same = difference(painted, next) === 0 ? same + 1 : 0;
    painted = next;
    if (Date.now() > end) throw new Error(`${picture.name}: it goes on changing`);
  }
  return painted;
}

/** In how many pixels two pictures differ by more than an eye can see; all of them, where their sizes are not the same. */
export function difference(one: Uint8Array, other: Uint8Array): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return Math.max(a.width * a.height, b.width * b.height);
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.1 });
}

import { contrastRatio, type Rgb } from './contrast-ratio.ts';
import { Painter } from './painter.ts';

/** Two tokens whose colours are too much alike, by their public names. */
export interface LowContrast {
  readonly token: string;
  /** What is behind it; `the page` for what stands on no card. */
  readonly on: string;
  /** Both as the screen shows them: `#rrggbb`. */
  readonly colours: readonly [token: string, on: string];
  readonly ratio: number;
  /** The least that WCAG 2.2 AA asks for: 4.5 for text, 3 for the lines of controls and the focus ring. */
  readonly needed: 4.5 | 3;
}

const PAGE = 'the page';

/** What stands on what, by the tokens' short names. */
const TEXTS = {
  surface: ['text', 'text-muted', 'danger'],
  'selected-surface': ['text', 'text-muted', 'success', 'danger'],
  'surface-2': ['text-muted'],
  accent: ['on-accent'],
  [PAGE]: ['heading'],
};
const LINES = {
  surface: ['control-border', 'accent', 'focus'],
  'selected-surface': ['control-border', 'focus'],
  // The arrows of a carousel, the one button of a compact list, and what is required.
  [PAGE]: ['control-border', 'focus'],
};

/** The tokens of these offers whose contrast is too low as the page is now; none for a theme that can be read. */
export function lowContrasts(offers: Element): readonly LowContrast[] {
  const painter = new Painter(offers);
  return painter.within(() => [...tooLow(painter, TEXTS, 4.5), ...tooLow(painter, LINES, 3)]);
}

function tooLow(
  painter: Painter,
  pairs: Readonly<Record<string, readonly string[]>>,
  needed: 4.5 | 3,
): readonly LowContrast[] {
  const page = painter.behindOffers();
  return Object.entries(pairs).flatMap(([on, tokens]) => {
    const ground = on === PAGE ? page : layersOf(painter, on, page);
    if (!ground) return [];
    const behind = painter.mix(ground);
    return tokens.flatMap((token) => {
      const colour = painter.token(token);
      if (colour === undefined) return [];
      const shown = painter.mix([...ground, colour]);
      const ratio = contrastRatio(shown, behind);
      if (ratio >= needed) return [];
      const names = { token: publicName(token), on: on === PAGE ? on : publicName(on) };
      return [{ ...names, colours: [toHex(shown), toHex(behind)], ratio, needed } as const];
    });
  });
}

/** The colours under what stands on a surface: the surface itself, and what shows through it. */
function layersOf(painter: Painter, name: string, page: readonly string[] | undefined) {
  const colour = painter.token(name);
  if (colour === undefined) return undefined;
  const isOpaque = toHex(painter.mix(['#000', colour])) === toHex(painter.mix(['#fff', colour]));
  if (isOpaque) return [colour];
  return page && [...page, colour];
}

function publicName(token: string): string {
  return `--rokt-upsell-${token}`;
}

function toHex(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

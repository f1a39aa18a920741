import type { Baseline } from './baseline.ts';
import type { History } from './history.ts';
import { difference } from './scene-pictures.ts';

/** So many pixels are a caret or the edge of a letter. */
export const MOST = 20;

/** What there is to say of a picture. */
export type Verdict =
  | { readonly kind: 'same' }
  | {
      readonly kind: 'different';
      readonly pixels: number;
      readonly from: 'the baseline' | 'the commit before';
    }
  /** It differs from the commit before, whose picture was taken anew with it: somebody has looked at it. */
  | { readonly kind: 'meant'; readonly pixels: number }
  /** Another browser or other fonts, and no commit before. */
  | { readonly kind: 'unknown' };

/** What a picture is judged by. */
export interface Measure {
  /** The engine's name, as the folder of its pictures has it. */
  readonly engine: string;
  readonly baseline: Baseline;
  readonly history: History;
  /** Takes the same picture of the demo that is served there, in the same browser. */
  paint(url: string): Promise<Uint8Array>;
}

/**
 * Judges the picture `now` of that name: by the baseline, where that is of this browser with these fonts, else by the commit before, drawn
 * by this one.
 */
export async function judge(
  name: string,
  now: Uint8Array,
  { engine, baseline, history, paint }: Measure,
): Promise<Verdict> {
  if (baseline.isOfThisMachine) {
    const pixels = difference(now, baseline.read(name));
    return pixels <= MOST ? { kind: 'same' } : { kind: 'different', pixels, from: 'the baseline' };
  }
  const parent = await history.serveParent();
  if (!parent) return { kind: 'unknown' };
  const pixels = difference(now, await paint(parent.url));
  if (pixels <= MOST) return { kind: 'same' };
  const isMeant = history.changedPictures().has(`${engine}/${name}`);
  return isMeant ? { kind: 'meant', pixels } : { kind: 'different', pixels, from: 'the commit before' };
}

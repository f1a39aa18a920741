import { OPENING } from '../model/index.ts';
import type { UpsellElement } from './cart.ts';

/** An element that is connected. */
export interface Connected {
  /** Ends the listening to it, and what is asked of it and not sent yet. */
  readonly end: AbortController;
  /** True while its selection may still announce what it holds. */
  isOpening?: boolean;
  /** What ends that once it is ready. */
  timer?: ReturnType<typeof setTimeout>;
}

/** Every element that is connected, and what is known of it. */
export type ConnectedElements = ReadonlyMap<UpsellElement, Connected>;

/** Undefined until the element is upgraded. */
export function phaseOf(element: Partial<UpsellElement>) {
  return element.phase;
}

/** Takes note of a new phase: our own launcher has named all that it opens with, Rokt's placements may not have spoken yet. */
export function noteOpening(
  connected: Connected,
  phase: string,
  servedBy: UpsellElement['servedBy'],
  opened: () => void,
): void {
  const isSilent = phase === 'ready' && servedBy !== 'offers';
  connected.isOpening = isSilent || phase === 'loading';
  clearTimeout(connected.timer);
  if (!isSilent) return;
  connected.timer = setTimeout(() => {
    connected.isOpening = false;
    opened();
  }, OPENING);
}

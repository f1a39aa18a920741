import type { UpsellElement } from './cart.ts';

/** How long a hosted selection that is ready may still announce what it holds, under ids that nobody knows, ms. */
const OPENING = 250;

/** An element that is connected. */
export interface Connected {
  /** Ends the listening to it, and what is asked of it and not sent yet. */
  readonly end: AbortController;
  /** True while its selection may still announce what it holds. */
  isOpening?: boolean;
  /** What ends that once it is ready. */
  timer?: ReturnType<typeof setTimeout>;
}

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

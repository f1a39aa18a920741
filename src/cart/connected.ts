import type { CartItemUpdatedDetail } from '../element/index.ts';
import { OPENING, type UpsellPhase } from '../model/index.ts';
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

/** Hears what the placements of `element` say, and each phase that they enter, until `signal` aborts. */
export function listenTo(
  element: UpsellElement,
  signal: AbortSignal,
  heard: (detail: CartItemUpdatedDetail) => void,
  entered: (phase: UpsellPhase) => void,
): void {
  element.addEventListener('cart-item-updated', ({ detail }) => heard(detail), { signal });
  for (const phase of ['loading', 'ready', 'empty', 'failed', 'closed'] as const)
    element.addEventListener(`placements-${phase}`, () => entered(phase), { signal });
}

/** Those that are on the page; what was taken out of it, such as by a newer one in its place, counts where there is no other. */
export function onPage(elements: ConnectedElements): ConnectedElements {
  const there = [...elements].filter(([{ isConnected }]) => isConnected);
  return there.length > 0 ? new Map(there) : elements;
}

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

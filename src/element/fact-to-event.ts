import type { UpsellState } from '../model/index.ts';
import type { FactEvent } from '../selection/index.ts';
import { toUpsellEvent } from './events.ts';

/** The event that tells a fact to the page, with the state after it; undefined for a fact that is no event. */
export function toEventOfFact({ fact, waitUntil }: FactEvent, state: UpsellState): CustomEvent | undefined {
  const { cartItems, sessionId } = state;
  switch (fact.type) {
    case 'session-paired':
    case 'selection-dropped':
      return undefined;
    case 'cart-item-updated':
      // A change is never told without it.
      return waitUntil && toUpsellEvent(fact.type, { ...fact.detail, cartItems, waitUntil });
    case 'placements-loading':
    case 'placements-ready':
    case 'placements-empty':
    case 'placements-closed':
      return toUpsellEvent(fact.type, { ...fact.detail, sessionId });
    default:
      return toUpsellEvent(fact.type, fact.detail);
  }
}

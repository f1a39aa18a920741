import type { UpsellFact } from '../model/index.ts';

/** Something has happened; the state already holds it. */
export class FactEvent extends Event {
  readonly fact: UpsellFact;
  /** Hands in the page's own work on a change of an item; only while the event is dispatched. */
  readonly waitUntil: ((work: Promise<unknown>) => void) | undefined;

  constructor(fact: UpsellFact, waitUntil?: (work: Promise<unknown>) => void) {
    super('fact');
    this.fact = fact;
    this.waitUntil = waitUntil;
  }
}

/** The orders of events in which two carts can come apart; each has to have happened often. */
export const INTERLEAVINGS = [
  'the page sets a line whose item is asked',
  'the page sets a line while a message on it is under way',
  'the page sets a line while it is told',
  'the page wishes before the placements are ready',
  'the shopper sets an item that is asked',
  'the product goes while its upsell is asked',
  'the product goes while the cart is told',
  'a new selection while an item is asked',
  'the connection ends while an item is asked',
  'the placements close while an item is asked',
  'the placement repeats itself while an item is asked',
  'an answer before send() resolves',
  'an answer within 250 ms after it',
  'an answer later',
  'no answer',
  'a placement that allows another quantity',
  'an id that changes in an answer',
  'a cart that refuses',
  'a cart that makes something else of it',
  'a page that connects late',
  'carts that stay different',
] as const;

export type Interleaving = (typeof INTERLEAVINGS)[number];

/** How often each one happened. */
export class InterleavingCount {
  readonly counts = new Map<Interleaving, number>(INTERLEAVINGS.map((name) => [name, 0]));

  note(name: Interleaving, hasHappened = true): void {
    if (hasHappened) this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Those that happened fewer than `least` times. */
  rare(least: number): Interleaving[] {
    return [...this.counts].flatMap(([name, count]) => (count < least ? name : []));
  }

  toString(): string {
    return [...this.counts].map(([name, count]) => `${String(count).padStart(7)}  ${name}`).join('\n');
  }
}

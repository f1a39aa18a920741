import type { CartItemUpdate } from '../../../src/model/index.ts';

/** One message of the page's, and what came of it. */
export interface Sent {
  readonly cartItemId: string;
  readonly quantity: number;
  readonly at: number;
  readonly resolvedAt: number;
  /** What the placement made of it, and when the page heard. */
  granted?: number;
  answeredAt?: number;
}

export interface PlacementsListener {
  now(): number;
  sent(sent: Sent): unknown;
  delivered(update: CartItemUpdate, answers: Sent | undefined): void;
}

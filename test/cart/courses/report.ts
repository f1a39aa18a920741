import type { Conflict } from '../../../src/cart/index.ts';

/** A report, and how both sides stood. */
export interface Report {
  readonly key: string;
  readonly conflict: Conflict;
  readonly sides: string;
  readonly connection: number;
  readonly stamp: string;
}

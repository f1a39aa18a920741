import type { RoktUpsellElement, RoktUpsellEventMap } from 'rokt-upsell';
import type { UpsellChange } from 'rokt-upsell/cart';
import { longestLog, toLogText, toText } from '../../../log.js';

/** One row of the log. */
export interface Row {
  readonly id: number;
  readonly time: string;
  readonly type: string;
  readonly text: string;
}

type UpsellEvent = RoktUpsellEventMap[keyof RoktUpsellEventMap];

/** What the upsell has told the page, and its phase. */
export class EventLog {
  rows = $state.raw<readonly Row[]>([]);
  phase = $state('idle');
  #count = 0;

  add(type: string, details: unknown) {
    const time = new Date().toISOString().slice(11, 23);
    this.#count++;
    const row = { id: this.#count, time, type, text: toText(details) };
    this.rows = [...this.rows, row].slice(-longestLog);
  }

  /** Adds how a wish of the shopper's ended. */
  answer({ outcome, cartItemId, quantity }: UpsellChange) {
    this.add('updateCartItem', { outcome, cartItemId, quantity });
  }

  /** Adds an event of the element, and takes its phase. */
  note(event: UpsellEvent) {
    this.add(event.type, toLogText(event.detail));
    this.phase = (event.currentTarget as RoktUpsellElement).phase;
  }
}

import { Injectable, signal } from '@angular/core';
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
@Injectable({ providedIn: 'root' })
export class EventLog {
  readonly rows = signal<readonly Row[]>([]);
  readonly phase = signal('idle');
  #count = 0;

  add(type: string, details: unknown): void {
    const time = new Date().toISOString().slice(11, 23);
    this.#count++;
    const row = { id: this.#count, time, type, text: toText(details) };
    this.rows.update((rows) => [...rows, row].slice(-longestLog));
  }

  /** Adds how a wish of the shopper's ended. */
  answer({ outcome, cartItemId, quantity }: UpsellChange): void {
    this.add('updateCartItem', { outcome, cartItemId, quantity });
  }

  /** Adds an event of the element, and takes its phase. */
  note(event: UpsellEvent): void {
    this.add(event.type, toLogText(event.detail));
    this.phase.set((event.currentTarget as RoktUpsellElement).phase);
  }
}

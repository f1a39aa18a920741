import { Injectable, signal } from '@angular/core';
import type { RoktUpsellElement, RoktUpsellEventMap } from 'rokt-upsell';
import type { UpsellChange } from 'rokt-upsell/cart';

/** One row of the log. */
export interface Row {
  readonly id: number;
  readonly time: string;
  readonly type: string;
  readonly text: string;
}

type UpsellEvent = RoktUpsellEventMap[keyof RoktUpsellEventMap];

const LONGEST = 200;

/** What the upsell has told the page, and its phase. */
@Injectable({ providedIn: 'root' })
export class EventLog {
  readonly rows = signal<readonly Row[]>([]);
  readonly phase = signal('idle');
  #count = 0;

  add(type: string, text: string): void {
    const row = { id: this.#count++, time: new Date().toISOString().slice(11, 23), type, text };
    this.rows.update((rows) => [...rows, row].slice(-LONGEST));
  }

  /** Adds how a wish of the shopper's ended. */
  answer({ outcome, cartItemId, quantity }: UpsellChange): void {
    this.add('updateCartItem', `outcome: ${outcome} · cartItemId: ${cartItemId} · quantity: ${quantity}`);
  }

  /** Adds an event of the element, and takes its phase. */
  note(event: UpsellEvent): void {
    this.add(event.type, toText(event.detail));
    this.phase.set((event.currentTarget as RoktUpsellElement).phase);
  }
}

/** `count: 1 · …`: what of an event's detail fits one row. */
function toText(detail: UpsellEvent['detail']): string {
  if ('error' in detail) return detail.error.message;
  if ('change' in detail) {
    const { change, origin, cartItem, oldCartItem } = detail;
    const { catalogItemId, cartItemId } = cartItem ?? oldCartItem ?? {};
    const quantities = `${oldCartItem?.quantity ?? 0} → ${cartItem?.quantity ?? 0}`;
    return `${change} ${catalogItemId} ${quantities} · origin: ${origin} · ${cartItemId}`;
  }
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ');
}

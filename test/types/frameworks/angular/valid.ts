import 'rokt-upsell';
import { Component, CUSTOM_ELEMENTS_SCHEMA, type ElementRef, signal, viewChild } from '@angular/core';
import type {
  CartItem,
  CartItemUpdatedEvent,
  PlacementsFailedEvent,
  RoktUpsellElement,
  RoktUpsellEventMap,
} from 'rokt-upsell';

@Component({
  selector: 'shop-upsell',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <rokt-upsell
      #upsell
      account-id="222"
      identifier="checkout.upsell"
      [placementAttributes]="attributes"
      [noTargeting]="isPrivate()"
      [attr.session-id]="sessionId()"
      (cart-item-updated)="take($event)"
      (placements-ready)="count.set($event.detail.count ?? 0)"
      (placements-failed)="log($event)"
      (link-requested)="$event.preventDefault()"
    >
      <p slot="failed">Extras cannot be shown right now.</p>
    </rokt-upsell>
    <button (click)="upsell.select()">Again</button>
    <output>{{ upsell.phase }}</output>
  `,
})
export class Upsell {
  readonly attributes = { eventId: '1100526195FA115A' };
  readonly isPrivate = signal(false);
  readonly sessionId = signal<string | undefined>(undefined);
  readonly items = signal<readonly CartItem[]>([]);
  readonly count = signal(0);
  readonly element = viewChild.required<ElementRef<RoktUpsellElement>>('upsell');

  take({ detail }: CartItemUpdatedEvent): void {
    this.items.set(detail.cartItems);
  }

  log(event: PlacementsFailedEvent | RoktUpsellEventMap['upsell-error']): void {
    console.warn(event.detail.error.code, this.element().nativeElement.report());
  }
}

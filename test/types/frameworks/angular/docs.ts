import 'rokt-upsell';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { CartItem, CartItemUpdatedEvent } from 'rokt-upsell';

@Component({
  selector: 'shop-extras',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <rokt-upsell account-id="222" [placementAttributes]="concert" (cart-item-updated)="take($event)">
      <p slot="failed">Extras cannot be shown right now. Your {{ items().length }} extras are kept.</p>
    </rokt-upsell>
  `,
})
export class Extras {
  readonly concert = { eventId: '1100526195FA115A', venueName: 'Madison Square Garden' };
  readonly items = signal<readonly CartItem[]>([]);

  take({ detail }: CartItemUpdatedEvent): void {
    this.items.set(detail.cartItems);
  }
}

import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { CartItemUpdatedEvent, PlacementsReadyEvent } from 'rokt-upsell';

/** Angular checks no property of a custom element; it does check events, and what a reference is used for. */
@Component({
  selector: 'shop-upsell',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <!-- error TS2345 Argument of type 'Event' -->
    <rokt-upsell (cart-item-updatd)="take($event)" />
    <!-- error TS2345 PlacementsReadyEvent -->
    <rokt-upsell (placements-ready)="take($event)" />
    <!-- error TS2345 CartItemUpdatedEvent -->
    <rokt-upsell (cart-item-updated)="ready($event)" />
    <!-- error TS2551 cartItms -->
    <rokt-upsell (cart-item-updated)="take($event.detail.cartItms)" />
    <!-- error TS2339 error -->
    <rokt-upsell (placements-ready)="($event.detail.error)" />
    <!-- error TS2551 reprt -->
    <rokt-upsell #upsell (click)="upsell.reprt()" />
    <!-- error TS2345 quantity -->
    <button (click)="upsell.updateCartItem({ cartItemId: '1' })">Remove</button>
  `,
})
export class Upsell {
  take({ detail }: CartItemUpdatedEvent): number {
    return detail.cartItems.length;
  }

  ready({ detail }: PlacementsReadyEvent): number {
    return detail.count ?? 0;
  }
}

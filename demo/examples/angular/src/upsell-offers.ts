import { Component, CUSTOM_ELEMENTS_SCHEMA, type ElementRef, viewChild } from '@angular/core';
import type { RoktUpsellElement } from 'rokt-upsell';
import { connectCart } from 'rokt-upsell/cart';
import { launcherAttributes, showLog, withoutWish } from '../../shared/shop.js';
import { CheckoutPart } from './checkout-part';

@Component({
  selector: '[app-upsell-offers]',
  // The tag is the browser's, not a component of Angular's.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <rokt-upsell
      #upsell
      identifier="checkout.upsell"
      [attr.account-id]="source['account-id']"
      [attr.session-id]="source['session-id']"
      [attr.offers-url]="source['offers-url']"
      [attr.sdk-url]="source['sdk-url']"
      [attr.launcher]="source['launcher']"
      [placementAttributes]="checkout.cart().goods.attributes"
      (placements-ready)="checkout.order.useSession($event.detail.sessionId)"
    >
      <p slot="loading">{{ words.extrasLoading }}</p>
      <p slot="empty">{{ words.noExtras }}</p>
      <p slot="failed">{{ words.extrasFailed }}</p>
    </rokt-upsell>
  `,
})
export class UpsellOffers extends CheckoutPart {
  protected readonly source = launcherAttributes(this.checkout.flow().order);
  private readonly upsell = viewChild.required<ElementRef<RoktUpsellElement>>('upsell');
  #disconnect = () => {};

  ngAfterViewInit(): void {
    const upsell = this.upsell().nativeElement;
    const log = showLog(upsell);
    this.#disconnect = connectCart(upsell, this.checkout, {
      onConflict: (conflict) => {
        log('conflict', conflict);
        this.checkout.cart.update((cart) => withoutWish(cart, conflict.cartItemId));
      },
    });
  }

  ngOnDestroy(): void {
    this.#disconnect();
  }
}

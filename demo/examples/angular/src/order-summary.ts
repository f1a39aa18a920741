import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { CartLine } from './cart-line';
import { money, priceText, seats, tickets } from './shop';
import { ShopCart } from './shop-cart';

/** The cart's lines, what comes on top of them, and the total. */
@Component({
  selector: 'aside[app-order-summary]',
  imports: [CartLine],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'card summary', id: 'summary', 'aria-labelledby': 'summary-heading' },
  template: `
    <h2 #heading id="summary-heading" data-cart="heading" tabindex="-1">Your order</h2>
    <ul #list class="lines">
      @for (product of cart.products(); track product.productId) {
        @if (product.quantity > 0) {
          <li
            app-cart-line
            [line]="product.productId"
            [name]="product.name"
            [detail]="seats(product.quantity)"
            [unitPrice]="product.unitPrice"
            [totalPrice]="product.unitPrice * product.quantity"
            [quantity]="product.quantity"
            [minimum]="1"
            [maximum]="product.maximum"
            (want)="cart.setQuantity(product.productId, $event)"
          ></li>
        } @else {
          <li class="line-removed" [attr.data-removed]="product.productId">
            <span>{{ product.name }} removed</span>
            <button
              type="button"
              data-act="restore"
              [attr.aria-label]="'Put back ' + product.name"
              (click)="cart.setQuantity(product.productId, tickets.quantity)"
            >
              Put back
            </button>
          </li>
        }
      }
      @for (upsell of cart.upsells(); track upsell.key) {
        <li
          app-cart-line
          [line]="upsell.catalogItemId"
          [name]="upsell.name"
          [detail]="upsell.quantityMustBeSynchronized ? 'One for each ticket' : ''"
          [unitPrice]="upsell.unitPrice"
          [totalPrice]="upsell.totalPrice"
          [quantity]="upsell.quantity"
          [wanted]="upsell.wanted"
          [isFixed]="upsell.quantityMustBeSynchronized"
          [notice]="upsell.notice"
          (want)="cart.wishUpsell(upsell.key, $event)"
        ></li>
      }
    </ul>
    <dl class="costs">
      @for (cost of cart.costs(); track cost.name) {
        <div>
          <dt>{{ cost.name }}</dt>
          <dd>{{ priceText(cost.price) }}</dd>
        </div>
      }
    </dl>
    <p class="total">
      <span>Total <small>in US dollars</small></span>
      <strong data-total="order">{{ money.format(cart.total()) }}</strong>
    </p>
    <button class="primary" type="submit" form="checkout">Place order</button>
    <p class="order-status" role="status">{{ status() }}</p>
    <p class="hint">All fees are listed above. <a href="/terms.html">Terms of sale</a></p>
  `,
})
export class OrderSummary {
  readonly status = input('');
  protected readonly cart = inject(ShopCart);
  protected readonly money = money;
  protected readonly priceText = priceText;
  protected readonly seats = seats;
  protected readonly tickets = tickets;
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  constructor() {
    // A row that goes takes the focus with it: the heading gets it.
    let hadFocus = false;
    effect(() => {
      this.cart.products();
      this.cart.upsells();
      hadFocus = this.list().nativeElement.contains(document.activeElement);
    });
    afterRenderEffect(() => {
      this.cart.products();
      this.cart.upsells();
      if (hadFocus && document.activeElement === document.body) this.heading().nativeElement.focus();
    });
  }
}

import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { DemoStrip } from './demo-strip';
import { EventCard } from './event-card';
import { EventLog } from './event-log';
import { OrderConfirmation } from './order-confirmation';
import { OrderSummary } from './order-summary';
import { deliveries, money, priceText } from './shop';
import { ShopCart } from './shop-cart';
import { ContactFields, PaymentFields } from './shopper-fields';
import { Upsell } from './upsell';

/** The checkout. */
@Component({
  selector: 'app-root',
  imports: [ContactFields, DemoStrip, EventCard, OrderConfirmation, OrderSummary, PaymentFields, Upsell],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a class="skip" href="#checkout">Skip to the checkout</a>
    <header class="shop">
      <a class="brand" href="./">Rowlight <span>Tickets</span></a>
    </header>

    <main class="checkout">
      <h1>Checkout</h1>
      <form id="checkout" autocomplete="on" (submit)="placeOrder($event)">
        <section app-event-card></section>
        <section app-upsell></section>
        <fieldset class="card choices">
          <legend>Delivery</legend>
          @for (delivery of deliveries; track delivery.name) {
            <label>
              <input
                type="radio"
                name="delivery"
                autocomplete="off"
                [checked]="delivery === cart.delivery()"
                (change)="cart.delivery.set(delivery)"
              />
              <span
                >{{ delivery.name }} <small>{{ delivery.hint }}</small></span
              >
              <b>{{ priceText(delivery.price) }}</b>
            </label>
          }
        </fieldset>
        <fieldset app-contact-fields></fieldset>
        <fieldset app-payment-fields></fieldset>
        <a class="order-bar" href="#summary">
          <span>{{ cart.count() }} {{ cart.count() === 1 ? 'item' : 'items' }}</span> &ngsp;
          <b>{{ money.format(cart.total()) }}</b>
          <span class="order-bar-go">Review order</span>
        </a>
      </form>
      <aside app-order-summary [status]="status()"></aside>
    </main>

    <app-order-confirmation />
    <details app-demo-strip></details>
  `,
})
export class App {
  protected readonly cart = inject(ShopCart);
  protected readonly deliveries = deliveries;
  protected readonly money = money;
  protected readonly priceText = priceText;
  protected readonly status = signal('');
  private readonly confirmation = viewChild.required(OrderConfirmation);

  constructor() {
    const log = inject(EventLog);
    this.cart.onAnswer = (change) => log.answer(change);
  }

  /** It needs the cart alone: an upsell that failed cannot stop an order. */
  protected placeOrder(event: Event): void {
    event.preventDefault();
    const isEmpty = this.cart.isEmpty();
    this.status.set(isEmpty ? 'There is nothing to order yet. Put an item back first.' : '');
    if (!isEmpty) this.confirmation().open();
  }
}

import { Component } from '@angular/core';
import { CartLine } from './cart-line';
import { CheckoutPart } from './checkout-part';
import { UpsellOffers } from './upsell-offers';

/** The cart, and the extras that are chosen beside it. */
@Component({
  selector: '[app-cart-step]',
  imports: [CartLine, UpsellOffers],
  template: `
    @let view = checkout.cartView();
    <h1 tabindex="-1">{{ view.title }}</h1>
    <form id="checkout" (submit)="$event.preventDefault(); checkout.order.goOn(checkout.cart())">
      @if (checkout.flow().step === 'cart') {
        <section class="card product" aria-labelledby="event">
          <img [src]="checkout.event.picture" width="720" height="280" alt="" />
          <div class="product-text">
            <h2 id="event">{{ checkout.event.name }}</h2>
            <dl class="facts">
              @for (fact of checkout.event.facts; track fact.term) {
                <div>
                  <dt>{{ fact.term }}</dt>
                  <dd>{{ fact.text }}</dd>
                </div>
              }
            </dl>
          </div>
        </section>
        <fieldset class="card choices">
          <legend>{{ words.delivery }}</legend>
          @for (one of shop.deliveriesOf(checkout.cart().goods); track one.name) {
            <label>
              <input
                type="radio"
                name="delivery"
                [checked]="one.name === checkout.cart().delivery.name"
                (change)="checkout.cart.set(shop.withDelivery(checkout.cart(), one.delivery))"
              />
              <span
                >{{ one.name }} <small>{{ one.hint }}</small></span
              >
              <b>{{ one.price }}</b>
            </label>
          }
        </fieldset>
      } @else {
        <section app-upsell-offers class="upsell" [aria-label]="words.extrasTitle"></section>
      }
      <a class="order-bar" href="#summary">
        <span>{{ view.items }}</span> &ngsp;<b>{{ view.total }}</b>
        <span class="order-bar-go">{{ words.review }}</span>
      </a>
    </form>
    <aside id="summary" class="card summary" aria-labelledby="summary-heading">
      <h2 id="summary-heading" tabindex="-1">{{ words.yourOrder }}</h2>
      <ul class="lines">
        @for (line of view.lines; track line.key) {
          <li app-cart-line [line]="line" (want)="checkout.want(line.key, $event)"></li>
        }
      </ul>
      <dl class="costs">
        @for (cost of view.costs; track cost.id) {
          <div>
            <dt>{{ cost.name }}</dt>
            <dd>{{ cost.price }}</dd>
          </div>
        }
      </dl>
      <p class="total">
        {{ words.total }} <strong>{{ view.total }}</strong>
      </p>
      <button class="primary" form="checkout" [aria-disabled]="view.isBlocked">{{ view.button }}</button>
      <output class="order-status">{{ view.status }}</output>
      <p class="hint">
        <a href="/terms.html">{{ words.terms }}</a>
      </p>
    </aside>
  `,
})
export class CartStep extends CheckoutPart {}

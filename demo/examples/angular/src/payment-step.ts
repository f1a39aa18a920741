import { Component } from '@angular/core';
import { CheckoutPart } from './checkout-part';
import { OrderRows } from './order-rows';

@Component({
  selector: '[app-payment-step]',
  imports: [OrderRows],
  template: `
    @let view = checkout.orderView();
    <h1 tabindex="-1">{{ words.payTitle }}</h1>
    <form
      id="checkout"
      autocomplete="on"
      (submit)="$event.preventDefault(); checkout.order.pay(shop.cardNumberIn($event))"
    >
      <p class="card lock" role="timer" [hidden]="!view.left">
        {{ words.heldFor }} <b>{{ view.left }}</b>
      </p>
      <div role="status">
        <ul class="notices">
          @for (notice of view.notices; track notice.text) {
            <li [attr.data-notice]="notice.code">
              <p>{{ notice.text }}</p>
              @for (answer of notice.answers; track answer.text) {
                <button type="button" (click)="checkout.order.reserve(answer.selected)">
                  {{ answer.text }}
                </button>
              }
            </li>
          }
        </ul>
      </div>
      <div class="card test-cards" role="group" [aria-label]="words.testCards">
        <p class="hint">{{ words.demoHint }}</p>
        @for (card of shop.testCards; track card.number) {
          <button type="button" [value]="card.number" (click)="shop.fillCard($event)">
            {{ card.name }}
          </button>
        }
      </div>
      @for (group of shop.fieldGroups; track group.legend) {
        <fieldset class="card fields" [aria-busy]="view.isPaying">
          <legend>{{ group.legend }}</legend>
          @for (field of group.fields; track field.name) {
            <label [class.half]="field.isHalf">
              {{ field.label }} <input [name]="field.name" [autocomplete]="field.autocomplete" />
            </label>
          }
        </fieldset>
      }
    </form>
    <aside id="summary" class="card summary" aria-labelledby="summary-heading">
      <h2 id="summary-heading" tabindex="-1">{{ words.yourOrder }}</h2>
      <div app-order-rows></div>
      <button class="primary" form="checkout" [aria-disabled]="view.isBlocked">{{ view.button }}</button>
      <output class="order-status">{{ view.status }}</output>
    </aside>
  `,
})
export class PaymentStep extends CheckoutPart {}

import { Component } from '@angular/core';
import { CheckoutPart } from './checkout-part';

@Component({
  selector: '[app-order-rows]',
  template: `
    <ul class="ordered">
      @for (row of checkout.orderView().rows; track row.id) {
        <li [attr.data-ordered]="row.id">
          <span>{{ row.name }}</span> <span>{{ row.price }}</span>
          <small>{{ row.detail }}</small>
          @if (row.bought; as one) {
            <small class="acts">
              <span class="delivered" [hidden]="!one.isDelivered">{{ words.delivered }}</span>
              <a [href]="one.itemConfirmationUrl" target="_blank">{{ words.confirmationOf(one.name) }}</a>
            </small>
          }
        </li>
      }
    </ul>
    @for (total of checkout.orderView().totals; track total.name) {
      <p class="total">
        {{ total.name }} <strong>{{ total.price }}</strong>
      </p>
    }
  `,
})
export class OrderRows extends CheckoutPart {}

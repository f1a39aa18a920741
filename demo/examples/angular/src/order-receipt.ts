import { Component } from '@angular/core';
import { CheckoutPart } from './checkout-part';
import { OrderRows } from './order-rows';

@Component({
  selector: '[app-order-receipt]',
  imports: [OrderRows],
  template: `
    @let view = checkout.orderView();
    <section class="card">
      <p class="hint">{{ view.number }}</p>
      <h1 tabindex="-1">{{ words.receiptTitle }}</h1>
      <p>{{ view.thanks }}</p>
      <div role="status">
        <ul class="notices">
          @for (notice of view.notices; track notice.text) {
            <li [attr.data-notice]="notice.code">{{ notice.text }}</li>
          }
        </ul>
      </div>
      <div app-order-rows></div>
      <p class="hint">{{ view.paidWith }}</p>
      <p class="hint">{{ words.receiptHint }}</p>
    </section>
  `,
})
export class OrderReceipt extends CheckoutPart {}

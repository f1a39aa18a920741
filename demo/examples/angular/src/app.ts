import { Component } from '@angular/core';
import { CartStep } from './cart-step';
import { CheckoutPart } from './checkout-part';
import { OrderReceipt } from './order-receipt';
import { PaymentStep } from './payment-step';

@Component({
  selector: 'app-root',
  imports: [CartStep, OrderReceipt, PaymentStep],
  template: `
    <nav class="steps" [aria-label]="words.stepsLabel">
      <ol>
        @for (one of shop.stepsView(checkout.flow()); track one.step) {
          <li [aria-current]="one.current">
            <a [attr.href]="one.href" (click)="one.href && checkout.order.goBack(one.step)">{{ one.name }}</a>
          </li>
        }
      </ol>
    </nav>
    @switch (checkout.flow().step) {
      @case ('cart') {
        <main app-cart-step class="checkout"></main>
      }
      @case ('extras') {
        <main app-cart-step class="checkout"></main>
      }
      @case ('pay') {
        <main app-payment-step class="checkout"></main>
      }
      @case ('receipt') {
        <main app-order-receipt id="checkout" class="receipt"></main>
      }
    }
  `,
})
export class App extends CheckoutPart {}

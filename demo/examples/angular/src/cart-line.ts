import { Component, input, output } from '@angular/core';
import type { Line } from '../../shared/shop.js';
import { CheckoutPart } from './checkout-part';

@Component({
  selector: '[app-cart-line]',
  host: {
    '[class]': `line().quantity > 0 ? 'line' : 'line-removed'`,
    '[attr.data-line]': 'line().quantity > 0 ? line().id : null',
    '[attr.data-busy]': `line().isBusy ? '' : null`,
  },
  template: `
    @let one = line();
    @if (one.quantity > 0) {
      <span class="line-name">{{ one.name }}</span>
      <span class="line-total">{{ one.totalPrice }}</span>
      <span class="line-detail">{{ one.detail }}</span>
      <span class="line-unit-price">{{ one.unitPrice }}</span>
      <div class="stepper" role="group" [aria-label]="words.quantityOf(one.name)">
        <output class="line-quantity">{{ one.quantity }}</output>
        @for (step of shop.stepsOf(one); track step.sign) {
          <button
            [attr.data-act]="step.attributes['data-act']"
            [aria-label]="step.attributes['aria-label']"
            [aria-disabled]="step.attributes['aria-disabled']"
            (click)="want.emit(step.quantity)"
          >
            {{ step.sign }}
          </button>
        }
      </div>
      <button data-act="remove" [aria-label]="words.removeAll(one.name)" (click)="want.emit(0)">
        {{ words.remove }}
      </button>
      <output class="line-notice">{{ one.notice }}</output>
    } @else {
      <span>{{ words.removed(one.name) }}</span>
      <button data-act="restore" [aria-label]="words.putBackAll(one.name)" (click)="want.emit(one.restored)">
        {{ words.putBack }}
      </button>
    }
  `,
})
export class CartLine extends CheckoutPart {
  readonly line = input.required<Line>();
  readonly want = output<number>();
}

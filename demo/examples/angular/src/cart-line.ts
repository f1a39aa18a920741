import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { money } from './shop';

/** One line of the cart, with its quantity to choose. */
@Component({
  selector: 'li[app-cart-line]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    class: 'line',
    '[attr.data-line]': 'line()',
    '[attr.data-busy]': `next() === quantity() ? null : ''`,
    '[attr.data-fixed]': `isFixed() ? '' : null`,
  },
  template: `
    <span class="line-name">{{ name() }}</span>
    <span class="line-total">{{ money.format(totalPrice()) }}</span>
    <span class="line-detail">{{ detail() }}</span>
    <span class="line-unit-price">{{ money.format(unitPrice()) }} each</span>
    <div class="stepper" role="group" [attr.aria-label]="'Quantity of ' + name()">
      @if (!isFixed()) {
        <button
          type="button"
          data-act="subtract"
          [attr.aria-label]="'Remove one ' + name()"
          [attr.aria-disabled]="next() <= minimum()"
          (click)="step(next() - 1)"
        >
          −
        </button>
      }
      <output class="line-quantity">{{ quantity() }}</output>
      @if (!isFixed()) {
        <button
          type="button"
          data-act="add"
          [attr.aria-label]="'Add one ' + name()"
          [attr.aria-disabled]="next() >= maximum()"
          (click)="step(next() + 1)"
        >
          +
        </button>
      }
    </div>
    <button type="button" data-act="remove" [attr.aria-label]="'Remove ' + name()" (click)="want.emit(0)">
      Remove
    </button>
    <p class="line-notice" role="status">{{ notice() }}</p>
  `,
})
export class CartLine {
  readonly line = input.required<string>();
  readonly name = input.required<string>();
  readonly detail = input('');
  readonly unitPrice = input.required<number>();
  readonly totalPrice = input.required<number>();
  readonly quantity = input.required<number>();
  /** What the shopper wants while the answer is due: + and − go on from it. */
  readonly wanted = input<number>();
  readonly minimum = input(0);
  readonly maximum = input(99);
  readonly isFixed = input(false);
  readonly notice = input('');
  readonly want = output<number>();

  protected readonly money = money;
  protected readonly next = computed(() => this.wanted() ?? this.quantity());

  protected step(wanted: number): void {
    if (wanted >= this.minimum() && wanted <= this.maximum()) this.want.emit(wanted);
  }
}

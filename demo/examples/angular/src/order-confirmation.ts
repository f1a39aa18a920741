import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { money, priceText } from './shop';
import { ShopCart } from './shop-cart';

/** Says what was ordered. */
@Component({
  selector: 'app-order-confirmation',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dialog #dialog id="confirmation" aria-labelledby="confirmation-heading">
      <form method="dialog">
        <h2 id="confirmation-heading">Thank you. Your order is placed.</h2>
        <p>See you on December 12 at Madison Square Garden. You ordered:</p>
        <ul class="ordered">
          @for (line of lines(); track line.name) {
            <li>
              <span>{{ line.name }}</span><span>{{ priceText(line.price) }}</span>
            </li>
          }
        </ul>
        <p class="total">
          <span>Total</span> <strong>{{ money.format(cart.total()) }}</strong>
        </p>
        <p class="hint">This is a demo: nothing was charged and nothing was sent.</p>
        <button class="primary">Back to the checkout</button>
      </form>
    </dialog>
  `,
})
export class OrderConfirmation {
  protected readonly cart = inject(ShopCart);
  protected readonly money = money;
  protected readonly priceText = priceText;
  protected readonly lines = computed(() => [
    ...this.cart
      .products()
      .filter(({ quantity }) => quantity > 0)
      .map(({ name, quantity, unitPrice }) => ({
        name: `${quantity} × ${name}`,
        price: quantity * unitPrice,
      })),
    ...this.cart
      .upsells()
      .map(({ name, quantity, totalPrice }) => ({ name: `${quantity} × ${name}`, price: totalPrice })),
    ...this.cart.costs(),
  ]);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  open(): void {
    this.dialog().nativeElement.showModal();
  }
}

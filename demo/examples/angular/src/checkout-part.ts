import { inject } from '@angular/core';
import * as shop from '../../shared/shop.js';
import { CheckoutStore } from './checkout-store';

/** What the templates read: they see the members of their component alone. */
export abstract class CheckoutPart {
  protected readonly checkout = inject(CheckoutStore);
  protected readonly shop = shop;
  protected readonly words = shop.words;
}

import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Who orders. */
@Component({
  selector: 'fieldset[app-contact-fields]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'card fields' },
  template: `
    <legend>Contact</legend>
    <label class="half">First name <input autocomplete="given-name" /></label>
    <label class="half">Last name <input autocomplete="family-name" /></label>
    <label>E-mail <input type="email" autocomplete="email" /></label>
    <label>Phone <small>(only if something changes)</small> <input type="tel" autocomplete="tel" /></label>
  `,
})
export class ContactFields {}

/** How it is paid. */
@Component({
  selector: 'fieldset[app-payment-fields]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'card fields' },
  template: `
    <legend>Payment</legend>
    <p class="hint">This is a demo. The fields may stay empty, and what you type never leaves this page.</p>
    <label>Name on card <input autocomplete="cc-name" /></label>
    <label>Card number <input inputmode="numeric" autocomplete="cc-number" /></label>
    <label class="third">Expiry (MM/YY) <input inputmode="numeric" autocomplete="cc-exp" /></label>
    <label class="third">Security code <input inputmode="numeric" autocomplete="cc-csc" /></label>
    <label class="third">ZIP code <input autocomplete="billing postal-code" /></label>
  `,
})
export class PaymentFields {}

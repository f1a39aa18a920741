// @ts-check
import { moneyOf } from '../../money.js';
import { en as words } from '../../words/en.js';

/**
 * What a shopper is asked for to pay. The back end asks for the number of the card alone.
 * @type {{legend: string, fields: {name: string, label: string, autocomplete: AutoFill, isHalf: boolean}[]}[]}
 */
export const fieldGroups = [
  {
    legend: words.contact,
    fields: [
      { name: 'firstName', label: words.firstName, autocomplete: 'given-name', isHalf: true },
      { name: 'lastName', label: words.lastName, autocomplete: 'family-name', isHalf: true },
      { name: 'email', label: words.email, autocomplete: 'email', isHalf: false },
    ],
  },
  {
    legend: words.card,
    fields: [
      { name: 'cardNumber', label: words.cardNumber, autocomplete: 'cc-number', isHalf: false },
      { name: 'expiry', label: words.expiry, autocomplete: 'cc-exp', isHalf: true },
      { name: 'securityCode', label: words.securityCode, autocomplete: 'cc-csc', isHalf: true },
    ],
  },
];

/** Numbers that the shop's back end takes as cards. */
export const testCards = [
  { name: words.testAccepted, number: '4242 4242 4242 4242' },
  { name: words.testDeclined, number: '4000 0000 0000 0002' },
  { name: words.testLate, number: '4000 0000 0000 9995' },
];

/** Puts the number of a test card, which is its button's value, into the form. @param {{currentTarget: EventTarget | null}} event a click */
export function fillCard({ currentTarget }) {
  const { form, value } = /** @type {HTMLButtonElement} */ (currentTarget);
  const field = form?.elements.namedItem('cardNumber');
  if (field instanceof HTMLInputElement) field.value = value;
}

/** The number in the form. @param {{currentTarget: EventTarget | null}} event its submit */
export function cardNumberIn({ currentTarget }) {
  return String(new FormData(/** @type {HTMLFormElement} */ (currentTarget)).get('cardNumber'));
}

/**
 * A listener for a form: does `act` in place of leaving the page.
 * @template {{preventDefault: () => void}} Submit
 * @param {(event: Submit) => unknown} act
 */
export function submits(act) {
  return (/** @type {Submit} */ event) => {
    event.preventDefault();
    act(event);
  };
}

/** The ways to get what is bought, with the price as the shopper reads it. @param {import('../../goods.js').Goods} goods */
export function deliveriesOf(goods) {
  const { format } = moneyOf(goods);
  return (goods.deliveries ?? []).map((delivery) => ({
    delivery,
    name: delivery.name,
    hint: delivery.hint ?? '',
    price: delivery.price > 0 ? format(delivery.price) : words.free,
  }));
}

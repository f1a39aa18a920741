// @ts-check

/** What the shop's pages say, in English. */
export const en = {
  // The steps
  steps: { cart: 'Cart', extras: 'Extras', pay: 'Payment', receipt: 'Receipt' },
  skip: 'Skip to the checkout',
  stepsLabel: 'Steps of the checkout',

  // The cart
  yourOrder: 'Your order',
  total: 'Total',
  free: 'Free',
  terms: 'Terms of sale',
  each: (/** @type {string} */ price) => `${price} each`,
  items: (/** @type {number} */ count) => `${count} ${count === 1 ? 'item' : 'items'}`,
  quantityOf: (/** @type {string} */ name) => `Quantity of ${name}`,
  removeOne: (/** @type {string} */ name) => `Remove one ${name}`,
  addOne: (/** @type {string} */ name) => `Add one ${name}`,
  remove: 'Remove',
  removeAll: (/** @type {string} */ name) => `Remove ${name}`,
  putBack: 'Put back',
  putBackAll: (/** @type {string} */ name) => `Put back ${name}`,
  removed: (/** @type {string} */ name) => `${name} removed`,
  seats: (/** @type {number} */ first, /** @type {number} */ last) =>
    last > first ? `seats ${first}–${last}` : `seat ${first}`,
  oneForEach: (/** @type {string} */ name) => `One for each ${name}`,
  allows: (/** @type {number} */ quantity) => `The offer allows ${quantity}.`,
  still: (/** @type {number} */ quantity) => `It is still ${quantity}.`,
  notChanged: 'Could not be changed just now. Please try again.',
  emptyCart: 'There is nothing to order yet. Put an item back first.',
  review: 'Review order',

  // The extras
  extrasTitle: 'Extras for your order',
  extrasLoading: 'Looking for extras for your order …',
  extrasFailed: 'Extras cannot be shown right now. Your order is not affected.',
  toPayment: 'Continue to payment',
  noExtras: 'There are no extras for this order.',

  // The payment
  payTitle: 'Payment',
  contact: 'Contact',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  card: 'Card',
  demoHint: 'This is a demo: only the test numbers work, and no money moves.',
  cardNumber: 'Card number',
  expiry: 'Expiry (MM/YY)',
  securityCode: 'Security code',
  testCards: 'Test cards',
  testAccepted: 'Accepted',
  testDeclined: 'Declined',
  testLate: 'The bank answers late',
  pay: (/** @type {string} */ amount) => `Pay ${amount}`,
  paying: 'Waiting for your bank …',
  payingLong: 'Your payment is being made. You can close this page: nothing is charged twice.',
  paidNotConfirmed: 'Your payment has arrived. Your extras are being confirmed.',
  heldFor: 'Your extras are held at these prices for',
  holdOver: 'The time for your extras is over, and nothing was charged.',
  holdAgain: 'Hold them again',
  goWithout: 'Go on without extras',
  refusedItem: (/** @type {string} */ name, /** @type {string} */ why) =>
    `${name} is not part of your order: ${why}. You do not pay for it.`,
  dearer: (/** @type {string} */ name, /** @type {string} */ price, /** @type {string} */ before) =>
    `${name}: the price is now ${price} (was ${before}).`,
  keep: 'Keep',
  keepItem: (/** @type {string} */ name) => `Keep ${name}`,
  why: {
    'out-of-stock': 'it has just sold out',
    'quantity-out-of-bounds': 'there are not that many for one order',
    'unknown-cart-item': 'the offer is over',
    'already-confirmed': 'it was bought before',
    'reservation-expired': 'the time to pay for it was over',
    'reservation-released': 'it was given back meanwhile',
    'price-mismatch': 'its price has changed',
    'quantity-mismatch': 'its quantity has changed',
  },
  whyElse: 'it cannot be had right now',
  errors: {
    'order-changed': 'Your order was changed in another window. Please look at it again, then pay.',
    'hold-over': 'The time for your extras is over, and nothing was charged.',
    'price-changed': 'A price has changed. Please look at it, then pay.',
    declined: 'Your bank has declined this card, and nothing was charged. Please try another one.',
    'no-answer': 'There is no answer. Nothing is charged twice: please try again.',
    'not-cancelled': 'It could not be cancelled just now. Please try again.',
  },

  // The receipt
  receiptTitle: 'Thank you. Your order is placed.',
  orderNumber: 'Order',
  paidWith: (/** @type {string} */ card) => `Paid with the card that ends in ${card}`,
  refunded: 'Given back',
  paidAfterAll: 'Paid after all',
  refundedItem: (/** @type {string} */ name, /** @type {string} */ why, /** @type {string} */ amount) =>
    `${name} could not be bought after all: ${why}. We have given ${amount} back to your card.`,
  confirmation: 'Confirmation',
  confirmationOf: (/** @type {string} */ name) => `Confirmation of ${name}`,
  cancel: 'Cancel',
  cancelAsk: (/** @type {string} */ name) => `Cancel ${name}?`,
  cancelGives: (/** @type {string} */ amount) => `We give ${amount} back to your card.`,
  cancelYes: 'Cancel it',
  cancelItem: (/** @type {string} */ name) => `Cancel ${name}`,
  cancelled: 'Cancelled, and its price given back',
  delivered: 'The provider has your order',
  receiptHint: 'This is a demo: nothing was charged and nothing was sent.',
  away: 'The shop does not answer. Your order is kept.',
  tryAgain: 'Try again',
  again: 'Start again',
  gone: 'There is no such order. It may be of an earlier start of the demo.',
};

/** @typedef {typeof en} Words */

// @ts-check

/** The arrows of the in-transaction request flow. @type {{title: string, cases: import('./cases.mjs').Case[]}[]} */
export const arrowCases = [
  {
    title: 'Is there anything to show?',
    cases: [
      {
        name: 'shown',
        title: 'There is: the extras are a step of the checkout',
        see: 'Take parking, pay, and it is yours.',
      },
      {
        name: 'nothing-to-show',
        title: 'There is not: the step is skipped',
        catalogue: (catalogue) => ({ ...catalogue, placements: [] }),
        take: [],
        see: 'From the cart straight to the payment. The order is confirmed, without items.',
      },
      {
        name: 'any-fails',
        title: 'The service does not say',
        faults: [{ operation: 'placements.any', status: 500 }],
        take: [],
        see: 'The step is skipped: an upsell that cannot be had costs no order.',
      },
      {
        name: 'any-drops',
        title: 'The first question is lost on its way',
        faults: [{ operation: 'placements.any', drop: 'request', count: 1 }],
        see: 'It is asked again, and the extras are shown.',
      },
    ],
  },
  {
    title: 'Reserve',
    cases: [
      {
        name: 'one-refused',
        title: 'One item is refused, the other is held',
        items: ['test-sold-out'],
        take: ['parking-a', 'test-sold-out'],
        see: 'The payment says that it has sold out; only parking is paid.',
      },
      {
        name: 'all-sold-out',
        title: 'Everything has sold out meanwhile',
        faults: [{ outcome: 'sold-out' }],
        see: 'The order goes on without it.',
      },
      {
        name: 'dearer',
        title: 'A price has gone up',
        items: ['test-dearer'],
        take: ['test-dearer'],
        see: 'The new price is shown, to keep or to remove; nothing is charged that was not seen.',
      },
      {
        name: 'reserve-fails',
        title: 'The service fails',
        faults: [{ operation: 'cart.reserve', status: 500 }],
        see: 'The order goes on without extras.',
      },
      {
        name: 'reserve-reply-lost',
        title: 'It is held, and the answer is lost',
        items: ['test-reply-lost'],
        take: ['test-reply-lost'],
        see: 'The call is repeated under its key, and answered with the same hold.',
      },
      {
        name: 'hold-runs-out',
        title: 'The hold runs out on screen',
        items: ['test-short-hold'],
        take: ['test-short-hold'],
        see: 'After 5 seconds it says so. Hold again, or go on without.',
      },
    ],
  },
  {
    title: 'Pay',
    cases: [
      {
        name: 'declined',
        title: 'The card is declined',
        card: 'declined',
        see: 'Nothing is charged, the hold stays, and another card may be tried.',
      },
      {
        name: 'late',
        title: 'The bank answers when the hold is over',
        items: ['test-short-hold'],
        take: ['parking-a', 'test-short-hold'],
        card: 'late',
        see: 'Paid and then refused at confirm: what was refused is given back, and said.',
      },
    ],
  },
  {
    title: 'Confirm',
    cases: [
      {
        name: 'confirm-refused',
        title: 'Paid, and then refused',
        items: ['test-confirm-refused'],
        take: ['parking-a', 'test-confirm-refused'],
        see: 'Its price is given back, and the receipt says so. Parking is bought.',
      },
      {
        name: 'confirm-later',
        title: 'The service is away for a while',
        faults: [{ operation: 'cart.confirm', status: 503, count: 4 }],
        see: 'The order is paid, and confirmed as soon as the service is back.',
      },
      {
        name: 'confirm-reply-lost',
        title: 'It is sold, and the answer is lost',
        faults: [{ operation: 'cart.confirm', drop: 'reply', count: 1 }],
        see: 'The call is repeated, and nothing is sold twice.',
      },
      {
        name: 'provider-down',
        title: 'The provider does not take the message',
        items: ['test-provider-down'],
        take: ['test-provider-down'],
        see: 'It is bought; the message waits and is sent again.',
      },
    ],
  },
  {
    title: 'Release and cancel',
    cases: [
      {
        name: 'release',
        title: 'The shopper goes back from the payment',
        see: 'The hold is released at once. Go on again, and it is held anew.',
      },
      {
        name: 'release-fails',
        title: 'The release does not get through',
        faults: [{ operation: 'cart.release', status: 500 }],
        see: 'Go back, and on again: the hold is taken over under its new id, and none is left behind.',
      },
      {
        name: 'cancel',
        title: 'An extra is cancelled from the receipt',
        see: 'Stock is back, the provider is told, the price is given back.',
      },
      {
        name: 'cancel-fails',
        title: 'The cancellation does not get through',
        faults: [{ operation: 'confirmation.cancel', status: 500, count: 3 }],
        see: 'The receipt says so, and it can be tried again.',
      },
    ],
  },
];

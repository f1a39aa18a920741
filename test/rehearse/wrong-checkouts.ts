/** What is another in the right checkout, and what comes in its place. */
export type Change = readonly [from: string, to: string];

/** An integration that is wrong in one place. */
export interface WrongCheckout {
  readonly name: string;
  readonly changes: readonly Change[];
  /** The rule, or the difference, that names it. */
  readonly rule: string;
  /** The faults and operations under which it shows; in the run without a fault where it says none. */
  readonly under?: { readonly fault: string; readonly operation: string };
}

/** The price and the total that the page showed, in the place of the hold's. */
const PAGE_PRICE = `const held = reserved.filter((item) => item.success).map((item, index) => {
    const { unitPrice, quantity } = selected[index];
    return { ...item, unitPrice, totalPrice: unitPrice * quantity };
  });`;

const NEVER_ASKS = [
  '  const isDearer = ({ unitPrice }, index) => unitPrice > selected[index].unitPrice;\n' +
    "  if (reserved.some(isDearer)) return { state: 'ask', bought: [] };\n",
  '',
] as const;

/** The shopper is told that the order is done, and so the tests are content. */
const REFUNDS = `let confirmed;
  try {
    confirmed = (await upsells.cart.confirm(order, { sessionId })).items;
  } catch {
    await payments.refundAllBut(cart, []);
    return { state: 'done', bought: held };
  }`;

const ANSWERED = 'const confirmed = (await upsells.cart.confirm(order, { sessionId })).items;';

/** Integrations that sell well on a good day, made of the right one of docs/rehearse.md. */
export const wrongCheckouts: readonly WrongCheckout[] = [
  {
    name: 'never confirms an order without items',
    changes: [
      [
        'await payments.charge(cart, held);',
        '$&\n  if (held.length === 0) return { state: "done", bought: [] };',
      ],
    ],
    rule: 'confirm-missing',
  },
  {
    name: 'charges and confirms the price of the page',
    changes: [NEVER_ASKS, ['const held = reserved.filter((item) => item.success);', PAGE_PRICE]],
    rule: 'price-ignored',
    under: { fault: 'dearer', operation: 'cart.reserve' },
  },
  {
    name: 'charges the price of the page and confirms none',
    changes: [
      NEVER_ASKS,
      ['const held = reserved.filter((item) => item.success);', PAGE_PRICE],
      [
        'items: held };',
        'items: held.map(({ cartItemId, itemReservationId }) => ({ cartItemId, itemReservationId })) };',
      ],
    ],
    rule: 'price-ignored',
    under: { fault: 'dearer', operation: 'cart.reserve' },
  },
  {
    name: 'loses the session',
    changes: [
      [
        'const items = selected',
        'sessionId = `session of ${cart.id}`.replaceAll(" ", "-");\n  const items = selected',
      ],
    ],
    rule: 'session-not-paired',
  },
  {
    name: 'gives the money back when a confirm has no answer',
    changes: [
      [ANSWERED, REFUNDS],
      ['timeout: 2_000', 'timeout: 30_000, retries: 0'],
    ],
    rule: 'confirmed-not-paid',
    under: { fault: 'reply lost', operation: 'cart.confirm' },
  },
  {
    name: 'believes that what is refused at confirm is bought',
    changes: [
      ['const bought = held.filter((_, index) => confirmed[index].success);', 'const bought = held;'],
    ],
    rule: 'paid-not-confirmed',
    under: { fault: 'expired', operation: 'cart.confirm' },
  },
];

/** Integrations whose tests say nothing of what was paid. */
export const wrongUncharged: readonly WrongCheckout[] = [
  {
    name: 'gives the money back when a confirm has no answer',
    changes: [
      [ANSWERED, REFUNDS],
      ['timeout: 2_000', 'timeout: 30_000, retries: 0'],
    ],
    rule: 'bought-unheard',
    under: { fault: 'reply lost', operation: 'cart.confirm' },
  },
  {
    name: 'believes that what is refused at confirm is bought',
    changes: [
      ['const bought = held.filter((_, index) => confirmed[index].success);', 'const bought = held;'],
    ],
    rule: 'not-bought',
    under: { fault: 'expired', operation: 'cart.confirm' },
  },
  {
    name: 'forgets an order whose confirm fails',
    changes: [[ANSWERED, REFUNDS]],
    rule: 'orders-lost',
    under: { fault: 'down', operation: 'cart.confirm' },
  },
  {
    name: 'tries a confirm again in an order of its own',
    changes: [
      [
        ANSWERED,
        `const again = async (tried) => {
    const next = { ...order, cartId: ` +
          '`${cart.id} ${tried}`' +
          `, orderId: ` +
          '`${cart.orderId} ${tried}`' +
          ` };
    const unheld = held.map(({ cartItemId, quantity }) => ({ cartItemId, quantity }));
    return upsells.cart.confirm({ ...next, items: unheld }, { sessionId });
  };
  const confirmed = (await upsells.cart.confirm(order, { sessionId }).catch(() => again(2))).items;`,
      ],
      ['timeout: 2_000', 'timeout: 30_000, retries: 0'],
    ],
    rule: 'ordered-twice',
    under: { fault: 'reply lost', operation: 'cart.confirm' },
  },
];

import type { Case } from './course.ts';

const MINUTE = 60_000;

/** The rules of what is paid, held and bought. */
export const moneyCases: readonly Case[] = [
  [
    'price-ignored',
    /^cart\.confirm of \S+ names another price than the hold's 35 USD\.$/,
    ['cart.confirm'],
    async ({ partner, hold }) => partner.confirm('c', 'o', [{ ...(await hold('c')), unitPrice: 30 }]),
  ],
  [
    'price-ignored',
    /^Order o has paid 30 USD for \S+; it was held at 35 USD\.$/,
    [],
    async ({ partner, hold, account }) => {
      const held = await hold('c');
      await partner.confirm('c', 'o', [held]);
      const items = [{ cartItemId: held.cartItemId, totalPrice: 30, currency: 'USD' }];
      account.charged({ cartId: 'c', orderId: 'o', items });
    },
  ],
  [
    'quantity-ignored',
    /^cart\.confirm of \S+ names another quantity than the 1 held\.$/,
    ['cart.confirm'],
    async ({ partner, hold }) => partner.confirm('c', 'o', [{ ...(await hold('c')), quantity: 2 }]),
  ],
  [
    'confirm-missing',
    /^Order o of cart c is paid, and cart\.confirm has never told of it\.$/,
    [],
    async ({ account }) => account.charged({ cartId: 'c', orderId: 'o', items: [] }),
  ],
  [
    'confirm-missing',
    /^Cart empty took nothing and no cart\.confirm followed, nor has any order without items been told\.$/,
    ['placements.any'],
    async ({ partner, hold }) => {
      await partner.any({ cartId: 'empty' });
      await partner.confirm('c', 'o', [await hold('c')]);
    },
  ],
  [
    'hold-left',
    /^Cart c has ordered, and its hold on \S+ \(parking\) was neither confirmed nor released\.$/,
    ['cart.reserve'],
    async ({ partner, hold }) => {
      await hold('c');
      await partner.confirm('c', 'o', []);
    },
  ],
  [
    'hold-expired',
    /^Cart c has reserved \S+ \(parking\), and neither a confirm nor a release has followed\.$/,
    ['cart.reserve'],
    async ({ hold, account }) => {
      await hold('c');
      await account.clock.advance(11 * MINUTE);
    },
  ],
  [
    'confirm-too-late',
    /^cart\.confirm of \S+ came after its hold had ended, and bought nothing\.$/,
    ['cart.confirm'],
    async ({ partner, hold, account }) => {
      const held = await hold('c');
      await account.clock.advance(11 * MINUTE);
      await partner.confirm('c', 'o', [held]);
    },
  ],
  [
    'paid-not-confirmed',
    /^Order o has paid 35 USD for \S+, which is not confirmed\.$/,
    ['cart.confirm'],
    async ({ partner, hold, account }) => {
      const held = await hold('c');
      await account.clock.advance(11 * MINUTE);
      await partner.confirm('c', 'o', [held]);
      const items = [{ cartItemId: held.cartItemId, totalPrice: 35, currency: 'USD' }];
      account.charged({ cartId: 'c', orderId: 'o', items });
    },
  ],
  [
    'confirmed-not-paid',
    /^Order o has bought \S+ \(parking\), and nothing was paid for it\.$/,
    ['cart.confirm'],
    async ({ partner, hold, account }) => {
      await partner.confirm('c', 'o', [await hold('c')]);
      account.charged({ cartId: 'c', orderId: 'o', items: [] });
    },
  ],
];

import type { Case } from './course.ts';
import { moneyCases } from './money-cases.ts';

/** Every rule, and each way in which it is found broken. */
export const cases: readonly Case[] = [
  [
    'session-not-paired',
    /^cart\.reserve sends session lost; its item was shown in session-1\.$/,
    ['cart.reserve'],
    async ({ partner, offered }) =>
      partner.reserve('c', [{ cartItemId: await offered(), quantity: 1 }], { 'rokt-session-id': 'lost' }),
  ],
  [
    'session-not-paired',
    /^cart\.reserve sends no rokt-session-id\.$/,
    ['cart.reserve'],
    async ({ partner, offered }) =>
      partner.reserve('c', [{ cartItemId: await offered(), quantity: 1 }], { 'rokt-session-id': '' }),
  ],
  [
    'session-not-paired',
    /^cart\.confirm sends session another; its item was shown in session-1\.$/,
    ['cart.confirm'],
    async ({ partner, hold }) =>
      partner.confirm('c', 'o', [await hold('c')], { 'rokt-session-id': 'another' }),
  ],
  [
    'session-not-paired',
    /^cart\.reserve sends session session-1; placements\/any answered other for this cart\.$/,
    ['cart.reserve'],
    async ({ partner, hold }) => {
      await partner.call('/v1/placements/any', { cartId: 'c' }, { 'rokt-session-id': 'other' });
      await hold('c');
    },
  ],
  ...moneyCases,
  [
    'stale-cart-item',
    /^cart\.reserve names the cartItemId of-last-week, which was never shown or is too old\.$/,
    ['cart.reserve'],
    ({ partner }) => partner.reserve('c', [{ cartItemId: 'of-last-week', quantity: 1 }]),
  ],
  [
    'stale-cart-item',
    /^cart\.confirm names the hold of \S+, which was released, or taken over by a newer impression\.$/,
    ['cart.confirm'],
    async ({ partner, hold, offered }) => {
      const old = await hold('c');
      await partner.reserve('c', [{ cartItemId: await offered(), quantity: 2 }]);
      await partner.confirm('c', 'o', [old]);
    },
  ],
  [
    'unknown-reservation',
    /^cart\.confirm of \S+ names a reservation that this cart does not have for it\.$/,
    ['cart.confirm'],
    async ({ partner, hold }) => partner.confirm('another', 'o', [await hold('c')]),
  ],
  [
    'unknown-reservation',
    /^confirmation\.cancel names a reservation that was never confirmed\.$/,
    ['confirmation.cancel'],
    async ({ partner, hold }) => partner.cancel((await hold('c')).itemReservationId),
  ],
  [
    'refusal-ignored',
    /^cart\.confirm names \S+, which cart\.reserve had refused \(out-of-stock\)\.$/,
    ['cart.reserve', 'cart.confirm'],
    async ({ partner, offered }) => {
      const cartItemId = await offered('last-seat');
      await partner.reserve('c', [{ cartItemId, quantity: 2 }]);
      await partner.confirm('c', 'o', [{ cartItemId, quantity: 2 }]);
    },
  ],
  [
    'key-reused',
    /^cart\.reserve sends another body under an idempotency key that was used before\.$/,
    ['cart.reserve', 'cart.reserve'],
    async ({ partner, offered }) => {
      const cartItemId = await offered();
      for (const quantity of [1, 2])
        await partner.reserve('c', [{ cartItemId, quantity }], { 'idempotency-key': 'same' });
    },
  ],
  [
    'key-in-browser',
    /^cart\.confirm was sent by a page, with the API key in it\.$/,
    ['cart.confirm'],
    ({ partner }) => partner.confirm('c', 'o', [], { origin: 'https://shop.example' }),
  ],
  [
    'refused-call',
    /^cart\.reserve was refused with 400: \/cartId: .+\.$/,
    ['cart.reserve'],
    ({ partner }) => partner.call('/v1/cart/reserve', { items: [] }),
  ],
  [
    'cancel-missing',
    /^cart\.release names \S+, which is bought and stays so: no confirmation\.cancel has followed\.$/,
    ['cart.release'],
    async ({ partner, hold }) => {
      const held = await hold('c');
      await partner.confirm('c', 'o', [held]);
      await partner.release('c', [held]);
    },
  ],
  [
    'ordered-twice',
    /^cart\.confirm buys \S+ in order second; order first has bought it before\.$/,
    ['cart.confirm'],
    async ({ partner, hold }) => {
      const held = await hold('c');
      for (const orderId of ['first', 'second']) await partner.confirm('c', orderId, [held]);
    },
  ],
];

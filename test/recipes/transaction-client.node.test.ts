import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ReservedItem, UnreservedItem } from '../../src/client/index.ts';
import { type DevAccount, type StartedService, startService } from '../../src/service/index.ts';
import { createPartner } from '../service/support/partner.ts';
import { createPayments, type Payments } from './payments.ts';
import { importSample, writeSamples } from './page-samples.ts';

interface Cart {
  readonly id: string;
  readonly orderId: string;
  readonly total: number;
  readonly currency: string;
}
interface Outcome {
  readonly state: 'ask' | 'done' | 'unfinished';
  readonly dearer: readonly ReservedItem[];
  readonly upsells: string;
  readonly bought: readonly unknown[];
  readonly refunded: readonly ReservedItem[];
  readonly refused: readonly UnreservedItem[];
  readonly reservation: object;
  readonly payment: string;
}
interface CheckOut {
  checkOut(form: FormData, cart: Cart, payments: Payments): Promise<Outcome>;
  finish(cart: Cart, reservation: object, payment: string, payments: Payments): Promise<Outcome>;
}
type SessionToShow = (request: object, cart: object) => Promise<string | null>;
type Cancel = (item: unknown, payment: string, payments: Payments) => Promise<void>;

/** What one costs, and two in minor units. */
const SOLD = {
  USD: { unitPrice: 35.1, two: 7_020 },
  JPY: { unitPrice: 500, two: 1_000 },
  KWD: { unitPrice: 1.234, two: 2_468 },
};
type Currency = keyof typeof SOLD;

function catalogue(currency: Currency) {
  const { unitPrice } = SOLD[currency];
  const offers = ['parking', 'test-sold-out', 'test-dearer', 'test-confirm-refused'].map((sku) => ({
    sku,
    stock: 10,
    locales: ['en'],
    cartItem: { name: sku, currency, unitPrice: sku === 'test-dearer' ? 1 : unitPrice },
    minimum: 0,
    maximum: 9,
  }));
  const targeting = { pageIdentifiers: ['checkout.upsell'] };
  return { placements: [{ placementId: 'all', targeting, offers }] };
}

let service: StartedService;
before(async () => {
  service = await startService();
});
after(() => service.stop());

/** A shop that has copied the samples, with an account and a cart of its own. */
async function open(currency: Currency = 'USD', baseUrl = service.url) {
  const account: DevAccount = await service.account({ catalogue: catalogue(currency) });
  const { apiKey, tagId } = account;
  Object.assign(process.env, { ROKT_API_KEY: apiKey, ROKT_TAG_ID: tagId, ROKT_BASE_URL: baseUrl });
  const { folder } = writeSamples('transaction-client.md');
  const { checkOut, finish } = await importSample<CheckOut>(folder, 'check-out.js');
  const { sessionToShow } = await importSample<{ sessionToShow: SessionToShow }>(folder, 'upsell-page.js');
  const { cancel } = await importSample<{ cancel: Cancel }>(folder, 'cancel.js');
  const cart: Cart = { id: 'cart-1', orderId: 'order-1', total: 10_000, currency };
  const payments = createPayments();
  const partner = createPartner(service.url, account);
  /** The form as the element has filled it: two of each product, at the price that was shown. */
  const formWith = async (...skus: string[]): Promise<FormData> => {
    const { body, headers } = await partner.select();
    const offers = body.placements.flatMap((placement) => placement.offers);
    const items = offers
      .filter(({ cartItem }) => skus.includes(cartItem.catalogItemId))
      .map(({ cartItem: { cartItemId, unitPrice } }) => ({
        ...{ cartItemId, quantity: 2, unitPrice, currency, servedBy: 'offers' },
      }));
    const form = new FormData();
    form.set('upsells', JSON.stringify({ sessionId: headers.get('rokt-session-id'), items }));
    return form;
  };
  const states = async () => (await account.state()).holds.map((hold) => hold['state']);
  return { account, cart, payments, formWith, states, checkOut, finish, sessionToShow, cancel };
}

describe('the checkout of docs/transaction-client.md', () => {
  for (const currency of ['USD', 'JPY', 'KWD'] as const) {
    it(`charges what is held in minor units of ${currency}, and buys it`, async () => {
      const { checkOut, cart, payments, formWith, states } = await open(currency);
      const { state, bought, refused } = await checkOut(await formWith('parking'), cart, payments);
      assert.deepEqual([state, bought.length, refused], ['done', 1, []]);
      assert.deepEqual(payments.charged, [[10_000 + SOLD[currency].two, currency]]);
      assert.deepEqual([await states(), payments.refunded], [['confirmed'], []]);
    });

    it(`gives back in ${currency} what is refused at confirm, and no more`, async () => {
      const { checkOut, cart, payments, formWith } = await open(currency);
      const form = await formWith('parking', 'test-confirm-refused');
      const { state, bought, refunded } = await checkOut(form, cart, payments);
      assert.deepEqual([state, bought.length, refunded.length], ['done', 1, 1]);
      assert.deepEqual(payments.charged, [[10_000 + 2 * SOLD[currency].two, currency]]);
      assert.deepEqual(payments.refunded, [['payment-1', SOLD[currency].two]]);
    });

    it(`asks in ${currency} before it charges more than was shown`, async () => {
      const { checkOut, cart, payments, formWith, states } = await open(currency);
      const asked = await checkOut(await formWith('parking', 'test-dearer'), cart, payments);
      assert.deepEqual([asked.state, asked.dearer.length, payments.charged], ['ask', 1, []]);
      const [{ totalPrice }] = asked.dearer as [ReservedItem];
      const form = new FormData();
      form.set('upsells', asked.upsells);
      assert.equal((await checkOut(form, cart, payments)).state, 'done');
      const dearer = Math.round(totalPrice * { USD: 100, JPY: 1, KWD: 1000 }[currency]);
      assert.deepEqual(payments.charged, [[10_000 + SOLD[currency].two + dearer, currency]]);
      assert.deepEqual(await states(), ['confirmed', 'confirmed']);
    });
  }

  it('takes the ordinary order, whose form has no field of the upsells', async () => {
    const { checkOut, cart, payments, account } = await open();
    const { state, bought, refused } = await checkOut(new FormData(), cart, payments);
    assert.deepEqual([state, bought, refused, payments.charged], ['done', [], [], [[10_000, 'USD']]]);
    assert.deepEqual(
      account.requests().map(({ operation, status }) => [operation, status]),
      [['cart.confirm', 200]],
    );
    assert.equal((await account.state()).orders.length, 1);
  });

  it('goes on without what cannot be held', async () => {
    const { checkOut, cart, payments, formWith } = await open();
    const outcome = await checkOut(await formWith('parking', 'test-sold-out'), cart, payments);
    assert.deepEqual([outcome.state, outcome.bought.length], ['done', 1]);
    assert.deepEqual(
      outcome.refused.map(({ error }) => error.code),
      ['out-of-stock'],
    );
    assert.deepEqual(payments.charged, [[17_020, 'USD']]);
  });

  it('releases what is held when the payment fails', async () => {
    const { checkOut, cart, payments, formWith, states } = await open();
    payments.decline();
    await assert.rejects(checkOut(await formWith('parking'), cart, payments), /declined/);
    assert.deepEqual(await states(), ['released']);
  });

  it('costs no order where the service cannot be reached, and finishes it later, once', async () => {
    const shop = await open();
    const form = await shop.formWith('parking', 'test-confirm-refused');
    const { account, cart, payments } = shop;
    account.faults.add({ operation: 'cart.confirm', drop: 'reply', count: 3 });
    const { state, reservation, payment } = await shop.checkOut(form, cart, payments);
    assert.deepEqual([state, payments.charged.length], ['unfinished', 1]);
    const first = await shop.finish(cart, reservation, payment, payments);
    assert.deepEqual([first.bought.length, first.refunded.length], [1, 1]);
    assert.deepEqual(await shop.finish(cart, reservation, payment, payments), first);
    assert.deepEqual(payments.refunded, [['payment-1', 7_020]]);
    assert.equal((await account.state()).orders.length, 1);

    const away = await open('USD', 'http://127.0.0.1:9');
    const outcome = await away.checkOut(await away.formWith('parking'), cart, away.payments);
    assert.deepEqual([outcome.state, away.payments.charged], ['unfinished', [[10_000, 'USD']]]);
  });
});

describe('the other samples of docs/transaction-client.md', () => {
  it('give a session where there is something to read, by the whole of Accept-Language', async () => {
    const { sessionToShow, cart } = await open();
    for (const [language, isShown] of [
      ['de,en-US;q=0.7', true],
      ['en-GB', true],
      ['de', false],
      [undefined, true],
    ] as const) {
      const request = { headers: { 'accept-language': language } };
      const session = await sessionToShow(request, { ...cart, country: 'US' });
      assert.equal(typeof session === 'string' && session !== '', isShown, language);
    }
    const away = await open('USD', 'http://127.0.0.1:9');
    assert.equal(await away.sessionToShow({ headers: {} }, { ...cart, country: 'US' }), null);
  });

  for (const currency of ['USD', 'JPY', 'KWD'] as const) {
    it(`cancel an item and give its ${currency} back, once`, async () => {
      const { checkOut, cancel, cart, payments, formWith, states, account } = await open(currency);
      await checkOut(await formWith('parking'), cart, payments);
      const [hold] = (await account.state()).holds;
      const { unitPrice, two } = SOLD[currency];
      const itemReservationId = `rokt_item_reservation_id.${String(hold?.['reservation_id'])}`;
      const item = { itemReservationId, totalPrice: unitPrice * 2, currency };
      await cancel(item, 'payment-1', payments);
      await cancel(item, 'payment-1', payments);
      assert.deepEqual([await states(), payments.refunded], [['cancelled'], [['payment-1', two]]]);
    });
  }
});

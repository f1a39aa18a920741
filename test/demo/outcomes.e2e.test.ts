import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { caseGroups, caseOf } from '../../demo/cases/cases.mjs';
import { startDemoServer } from '../../demo/server.mjs';
import { CaseOrder } from '../support/case-order.ts';
import { rowsOf } from '../support/demo-rows.ts';

const HELD = 'parking-a 1 × 3500';
const SOLD = { holds: [`${HELD} confirmed`], paid: '33450 USD', refunds: [] };
const NOTHING = { holds: [], paid: '29950 USD', refunds: [] };
/** Paid, refused at confirm, and given back; what has become of its hold. */
const givenBack = (...holds: string[]) => ({
  holds: holds.map((state) => `${HELD} ${state}`),
  paid: '33450 USD',
  refunds: [3500],
});

/** What the raw rows of both sides have of the order of each case at its end, and by which code an item was refused. */
const paid: Record<string, { code?: string; holds: string[]; paid: string; refunds: number[] }> = {
  shown: SOLD,
  'nothing-to-show': NOTHING,
  'any-fails': NOTHING,
  'any-drops': SOLD,
  'one-refused': { ...SOLD, code: 'out-of-stock' },
  'all-sold-out': { ...NOTHING, code: 'out-of-stock' },
  dearer: { holds: ['test-dearer 1 × 1250 confirmed'], paid: '31200 USD', refunds: [] },
  'reserve-fails': { ...NOTHING, code: 'internal' },
  'reserve-reply-lost': { holds: ['test-reply-lost 1 × 1000 confirmed'], paid: '30950 USD', refunds: [] },
  'confirm-refused': {
    holds: [`${HELD} confirmed`, 'test-confirm-refused 1 × 1000 held'],
    ...{ paid: '34450 USD', refunds: [1000], code: 'reservation-expired' },
  },
  'confirm-reply-lost': SOLD,
  'reserve-out-of-stock': { ...NOTHING, code: 'out-of-stock' },
  'reserve-out-of-bounds': { ...NOTHING, code: 'quantity-out-of-bounds' },
  'reserve-too-many-holds': { ...NOTHING, code: 'too-many-holds' },
  'reserve-unknown-item': { ...NOTHING, code: 'unknown-cart-item' },
  'reserve-already-confirmed': { ...NOTHING, code: 'already-confirmed' },
  'reserve-again': SOLD,
  'reserve-other-quantity': { ...SOLD, holds: ['parking-a 2 × 3500 released', `${HELD} confirmed`] },
  'confirm-price-mismatch': { ...givenBack('held'), code: 'price-mismatch' },
  'confirm-quantity-mismatch': { ...givenBack('held'), code: 'quantity-mismatch' },
  'confirm-expired': { ...givenBack('expired'), code: 'reservation-expired' },
  'confirm-released': { ...givenBack('released'), code: 'reservation-released' },
  'confirm-already-confirmed': { ...givenBack('confirmed'), code: 'already-confirmed' },
  'confirm-already-cancelled': { ...givenBack('cancelled'), code: 'already-cancelled' },
  'confirm-unknown-reservation': { ...givenBack('held'), code: 'unknown-reservation' },
  'confirm-by-quantity': SOLD,
  'confirm-without-hold': { ...SOLD, holds: [`${HELD} released`, `${HELD} confirmed`] },
  'confirm-out-of-bounds': { ...givenBack('released'), code: 'quantity-out-of-bounds' },
  'confirm-out-of-stock': { ...givenBack('released'), code: 'out-of-stock' },
  'confirm-unknown-item': { ...givenBack('held'), code: 'unknown-cart-item' },
};

/** The same where the shopper goes back from the payment: what the release was answered, and what has become of the hold. */
const released: Record<string, { answered: string | number; state: string }> = {
  release: { answered: 200, state: 'released' },
  'release-fails': { answered: 500, state: 'held' },
  'release-again': { answered: 200, state: 'released' },
  'release-confirmed': { answered: 'already-confirmed', state: 'confirmed' },
  'release-unknown': { answered: 'unknown-reservation', state: 'held' },
};

/** Where an extra is cancelled from the receipt: why it was not done at first. */
const cancelled: Record<string, string | undefined> = {
  cancel: undefined,
  'cancel-fails': 'not-cancelled',
  'cancel-again': undefined,
  'cancel-unknown': 'not-cancelled',
  'cancel-not-confirmed': 'not-cancelled',
};

/** Seen in a browser, in cases.e2e.test.ts. */
const ON_SCREEN = ['hold-runs-out', 'declined', 'late', 'confirm-later', 'provider-down'];

describe('an order with a case', () => {
  let server: Awaited<ReturnType<typeof startDemoServer>>;
  before(async () => {
    server = await startDemoServer({ port: 0 });
  });
  after(() => server.close());

  const open = async (name: string) => {
    const order = new CaseOrder(server.url, caseOf(name)!);
    await order.goToPayment();
    return order;
  };
  const rows = ({ order: { orderId, accountId } }: CaseOrder) => rowsOf(server.backEnd, orderId, accountId);

  it('has a row here for each case', () => {
    const all = caseGroups.flatMap(({ cases }) => cases.map(({ name }) => name));
    const known = [paid, released, cancelled].flatMap((table) => Object.keys(table));
    assert.deepEqual([...known, ...ON_SCREEN].sort(), all.sort());
  });

  for (const [name, { code, ...expected }] of Object.entries(paid)) {
    it(`${name}: ends as it should, and is recorded once`, async () => {
      const order = await open(name);
      assert.equal(await order.pay(), undefined);
      const { holds, orders, paid, refunds, received } = await rows(order);
      assert.deepEqual({ holds, paid, refunds }, expected);
      assert.equal(orders, 1);
      const refused = [...order.order.refused, ...order.order.refunded].map((item) => item.code);
      assert.deepEqual(refused, code === undefined ? [] : [code]);
      const sold = order.order.bought.map(({ catalogItemId }) => catalogItemId);
      const told = received.filter((line) => sold.some((sku) => line.startsWith(`item.confirmed ${sku} `)));
      assert.equal(told.length, sold.length);
    });
  }

  for (const [name, { answered, state }] of Object.entries(released)) {
    it(`${name}: leaves the order to be changed`, async () => {
      const order = await open(name);
      await order.act('DELETE', 'reservation');
      assert.equal(order.order.state, 'cart');
      const last = (await order.answers()).at(-1)!;
      assert.equal(last.path, '/v1/cart/release');
      assert.equal(last.answer.items?.[0]?.error?.code ?? last.status, answered);
      assert.deepEqual((await rows(order)).holds, [`${HELD} ${state}`]);
    });
  }

  for (const [name, error] of Object.entries(cancelled)) {
    it(`${name}: is given back once, however often it is asked`, async () => {
      const order = await open(name);
      await order.pay();
      assert.equal(await order.cancel(), error);
      await order.cancel();
      await order.cancel();
      const { holds, received, refunds } = await rows(order);
      assert.deepEqual(holds, [`${HELD} cancelled`]);
      assert.deepEqual(received, ['item.confirmed parking-a 1 35', 'item.cancelled parking-a 1 35']);
      assert.deepEqual(refunds, [3500]);
    });
  }
});

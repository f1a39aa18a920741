import type { DevAccount, Row, StartedService } from '../../src/service/index.ts';

/** What stands behind the demo's pages: the upsell service, and the shop's own database. */
export interface Running {
  readonly upsell: { readonly service: StartedService };
  readonly cases: { find(accountId: string): DevAccount | undefined };
  readonly merchant: {
    readonly database: { all(sql: string, ...values: unknown[]): Row[] };
  };
}

/** The raw rows of both sides of one order, once all that was due between them is done. */
export async function rowsOf(backEnd: { start(): Promise<Running> }, orderId: string, accountId = '222') {
  const { upsell, merchant, cases } = await backEnd.start();
  const account = cases.find(accountId) ?? upsell.service;
  await account.settled();
  const { holds, orders, messages } = await account.state();
  const ofOrder = (row: Row) => row['cart_id'] === orderId;
  const own = holds.filter(ofOrder);
  const reservations = own.map((hold) => hold['reservation_id']);
  const { all } = merchant.database;
  const [payment] = all('SELECT amount, currency FROM payment WHERE order_id = ?', orderId);
  return {
    /** Oldest first: `parking-a 2 × 3500 confirmed`. */
    holds: own
      .reverse()
      .map(({ sku, quantity, unit_price, state }) => `${sku} ${quantity} × ${unit_price} ${state}`),
    /** How often the service has recorded the order. */
    orders: orders.filter((row) => row['order_id'] === orderId).length,
    /** What the service has told: `item.confirmed delivered`. */
    messages: messages
      .filter((message) => reservations.includes(message['reservation_id'] ?? ''))
      .map(({ type, state }) => `${type} ${state}`)
      .sort(),
    /** What the shop has received, signed. */
    received: all('SELECT body FROM delivery ORDER BY rowid')
      .map(
        ({ body }) => JSON.parse(body as string) as { type: string; data: Record<string, string | number> },
      )
      .filter(({ data }) => data['orderId'] === orderId)
      .map(({ type, data }) => `${type} ${data['catalogItemId']} ${data['quantity']} ${data['totalPrice']}`),
    /** What was charged, in minor units. */
    paid: payment && `${payment['amount']} ${payment['currency']}`,
    /** What was given back, in minor units. */
    refunds: all('SELECT amount FROM refund WHERE order_id = ? ORDER BY rowid', orderId).map(
      ({ amount }) => amount,
    ),
  };
}

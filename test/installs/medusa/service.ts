import assert from 'node:assert/strict';
import type { startMedusa } from '../../../tools/shops/medusa.mjs';

type Started = Awaited<ReturnType<typeof startMedusa>>;

/** What the service holds, or has sold, as its own tables have it. */
export type Hold = Record<'cart_id' | 'order_id' | 'sku' | 'state' | 'reservation_id', string> &
  Record<'quantity' | 'unit_price', number>;

interface Rows {
  readonly holds: readonly Hold[];
  readonly orders: readonly Record<'cart_id' | 'order_id', string>[];
  readonly messages: readonly Record<'message_id' | 'type' | 'state' | 'body', string>[];
}

interface Call {
  readonly operation: string;
  readonly request: { readonly orderId?: string } | null;
}

interface Report {
  readonly rules: readonly { id: string; kind: string; outcome: string; findings: { says: string }[] }[];
}

/** The upsell service of the shop, by its door for developers. */
export function openService({ serviceUrl, token }: Started) {
  const ask = async (path: string, method = 'GET', body?: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
    const response = await fetch(`${serviceUrl}/_dev/${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    assert.ok(response.ok, `${path}: ${response.status}`);
    return response.status === 204 ? undefined : response.json();
  };
  const rows = async () => (await ask('accounts/222')) as Rows;
  return {
    fault: (fault: object) => ask('accounts/222/faults', 'POST', fault),
    noFaults: () => ask('accounts/222/faults', 'DELETE'),
    async holdsOf(cartId: string) {
      const { holds } = await rows();
      return holds.filter((hold) => hold.cart_id === cartId);
    },
    async isKnownToService(orderId: string) {
      const { orders } = await rows();
      return orders.some(({ order_id: id }) => id === orderId);
    },
    /** What has become of the service's messages of an order. */
    async deliveriesOf(orderId: string) {
      const { messages } = await rows();
      return messages.filter(({ body }) => body.includes(orderId)).map(({ state }) => state);
    },
    /** How often it was asked to confirm an order. */
    async confirmsOf(orderId: string) {
      const calls = (await ask('accounts/222/requests')) as Call[];
      return calls.filter(
        ({ operation, request }) => operation === 'cart.confirm' && request?.orderId === orderId,
      ).length;
    },
    /** Says what was paid for the upsells of an order. */
    charged: (charge: object) => ask('accounts/222/charges', 'POST', charge),
    /** What the service finds wrong with the shop, by all of its calls. */
    async brokenRules() {
      const { rules } = (await ask('accounts/222/report')) as Report;
      const broken = rules.filter(({ kind, outcome }) => kind === 'fault' && outcome === 'broken');
      return broken.map(({ id, findings }) => ({ id, says: findings.map(({ says }) => says) }));
    },
  };
}

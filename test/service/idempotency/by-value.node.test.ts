import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { openShop } from '../http/shop.ts';

describe('an Idempotency-Key', () => {
  for (const [what, spell] of [
    ['spaces', (id: string) => `{ "cartId" : "c",\n"items":[ {"cartItemId":"${id}","quantity":1}]}`],
    [
      'another order of its names',
      (id: string) => `{"items":[{"quantity":1,"cartItemId":"${id}"}],"cartId":"c"}`,
    ],
    [
      'another spelling of its numbers',
      (id: string) => `{"cartId":"c","items":[{"cartItemId":"${id}","quantity":1.0}]}`,
    ],
    ['escapes', (id: string) => `{"cartId":"\\u0063","items":[{"cartItemId":"${id}","quantity":1}]}`],
  ] as const) {
    it(`knows a body again by its value: ${what}`, async (t) => {
      const shop = await openShop(t);
      const key = { 'idempotency-key': randomUUID() };
      const cartItemId = await shop.offered('parking-a');
      const body = { cartId: 'c', items: [{ cartItemId, quantity: 1 }] };
      const first = await shop.call('/v1/cart/reserve', body, key);
      const again = await shop.call('/v1/cart/reserve', spell(cartItemId), key);
      assert.deepEqual([again.status, again.text], [200, first.text]);
    });
  }

  it('takes a body for another where a list has another order, or a number is a text', async (t) => {
    const shop = await openShop(t);
    const key = { 'idempotency-key': randomUUID() };
    const items = [];
    for (const sku of ['parking-a', 'ticket-protection'])
      items.push({ cartItemId: await shop.offered(sku), quantity: 1 });
    const reserve = (asked: readonly object[]) =>
      shop.call('/v1/cart/reserve', { cartId: 'c', items: asked }, key);
    assert.equal((await reserve(items)).status, 200);
    assert.equal((await reserve([...items].reverse())).status, 422);
    assert.equal((await reserve(items.map((item) => ({ ...item, quantity: '1' })))).status, 422);
  });
});

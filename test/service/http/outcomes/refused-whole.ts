import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { OutcomeTests } from '../outcome-rows.ts';
import type { Response } from '../shop.ts';
import { CART } from './steps.ts';

export const refusedWholeTests: OutcomeTests<'refused whole'> = {
  async 'body is not what the call takes'(shop) {
    const cartItemId = await shop.offered('parking-a');
    const items = [
      { cartItemId, quantity: 1 },
      { cartItemId: 'b', quantity: 0 },
    ];
    const answer = await shop.call('/v1/cart/reserve', { cartId: CART, items });
    assertError(answer, 400, 'invalid-request', { path: '/items/1/quantity' });
    assert.equal(await shop.available('parking-a'), 5);
  },
  async 'one cart item twice'(shop) {
    const cartItemId = await shop.offered('parking-a');
    const items = [
      { cartItemId, quantity: 1 },
      { cartItemId, quantity: 2 },
    ];
    const answer = await shop.call('/v1/cart/reserve', { cartId: CART, items });
    assertError(answer, 400, 'duplicate-cart-item', { cartItemId });
    assert.equal(await shop.available('parking-a'), 5);
  },
  async 'key missing'(shop) {
    const answer = await shop.send('/v1/cart/reserve', { cartId: CART, items: [] }, {});
    assert.deepEqual([answer.status, answer.text], [401, '']);
  },
  async 'key wrong'(shop) {
    const answer = await shop.call('/v1/cart/reserve', { cartId: CART, items: [] }, { 'rokt-api-key': 'no' });
    assert.deepEqual([answer.status, answer.text], [401, '']);
  },
  async 'tag of another account'(shop) {
    const body = { cartId: CART, items: [] };
    const answer = await shop.call('/v1/cart/reserve', body, { 'rokt-tag-id': '333_tag' });
    assertError(answer, 403, 'tag-not-of-account');
  },
  async 'idempotency key used for another body'(shop) {
    const key = { 'idempotency-key': randomUUID() };
    const cartItemId = await shop.offered('parking-a');
    const body = { cartId: CART, items: [{ cartItemId, quantity: 1 }] };
    assert.equal((await shop.call('/v1/cart/reserve', body, key)).status, 200);
    const other = { cartId: CART, items: [{ cartItemId, quantity: 2 }] };
    assertError(await shop.call('/v1/cart/reserve', other, key), 422, 'idempotency-key-reused');
    assert.equal(await shop.available('parking-a'), 4);
  },
  /** The shop of this row answers three requests a minute. */
  async 'too many requests'(shop) {
    const ask = () => shop.call('/v1/cart/reserve', { cartId: CART, items: [] });
    for (const status of [200, 200, 200]) assert.equal((await ask()).status, status);
    const answer = await ask();
    assertError(answer, 429, 'rate-limited');
    const seconds = Number(answer.headers.get('retry-after'));
    assert.ok(seconds > 0 && seconds <= 60, `${seconds}`);
  },
};

function assertError({ status, body }: Response, expected: number, code: string, value: unknown = {}): void {
  const [error] = (body as { errors: { code: string; value: unknown }[] }).errors;
  assert.deepEqual({ status, code: error?.code, value: error?.value }, { status: expected, code, value });
}

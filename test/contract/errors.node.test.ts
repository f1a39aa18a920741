import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ENDPOINTS,
  ErrorBody,
  ERRORS,
  ITEM_ERRORS,
  toErrorBody,
  UnconfirmedItem,
} from '../../src/contract/index.ts';
import { compile } from './compile.ts';

describe('the error codes', () => {
  it('refuse a request, an item, or both, and say so', () => {
    for (const [code, row] of Object.entries(ERRORS)) {
      assert.ok('status' in row || 'ofItem' in row, code);
      assert.match(code, /^[a-z]+(-[a-z]+)*$/);
      assert.match(row.message, /^[^.]+$/);
    }
  });

  it('of items are those that a call can answer', () => {
    const ofItems = Object.entries(ERRORS).filter(([, row]) => 'ofItem' in row);
    assert.deepEqual(
      ofItems.map(([code]) => code).sort(),
      [...new Set<string>(Object.values(ITEM_ERRORS).flat())].sort(),
    );
  });

  it('have a status that the endpoints list', () => {
    const listed = new Set<number>(Object.values(ENDPOINTS).flatMap(({ errors }) => [...errors]));
    const used = Object.values(ERRORS).flatMap((row) => ('status' in row ? [row.status] : []));
    assert.deepEqual([...new Set<number>(used)].sort(), [...listed].sort());
  });

  it('make a body of several faults, described by the first', () => {
    const body = toErrorBody(
      { code: 'invalid-request', value: { path: '/cartId' }, message: 'expected a string, got 7' },
      { code: 'duplicate-cart-item', value: { cartItemId: 'a' } },
    );
    assert.deepEqual(compile(ErrorBody)(body), []);
    assert.equal(body.description, ERRORS['invalid-request'].message);
    assert.deepEqual(
      body.errors.map(({ code, message }) => [code, message]),
      [
        ['invalid-request', 'expected a string, got 7'],
        ['duplicate-cart-item', ERRORS['duplicate-cart-item'].message],
      ],
    );
  });

  it('of a refused item come with their own value alone', () => {
    const check = compile(UnconfirmedItem);
    const terms = { quantity: 1, unitPrice: 35.1, totalPrice: 35.1, currency: 'USD' };
    const error = { code: 'price-mismatch', message: ERRORS['price-mismatch'].message, value: terms };
    const item = { cartItemId: 'a', itemReservationId: 'r', success: false, error };
    assert.deepEqual(check(item), []);
    assert.notDeepEqual(check({ ...item, error: { ...error, value: {} } }), []);
    assert.notDeepEqual(check({ ...item, error: { ...error, code: 'unauthorized' } }), []);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { json, type Step } from './open-server.ts';
import { bodyOf, cartId, errorOf, heldItem, reserveBody, session, setUp } from './set-up.ts';

const text =
  (body: string): Step =>
  (response) =>
    void response.writeHead(200).end(body);
const withItem = (item: unknown): Step => json({ cartId, items: [item] });

describe('an answer that is none', () => {
  const wrong: [what: string, step: Step, cause: RegExp][] = [
    ['is empty', text(''), /JSON/],
    ['is a page', text('<!doctype html><title>Sign in</title>'), /JSON/],
    ['breaks off', text('{"cartId":"1"'), /JSON/],
    ['is null', json(null), /the answer: expected an object/],
    ['is a list', json([]), /the answer: expected an object/],
    ['has no items', json({ cartId }), /items: expected an array/],
    ['has an item that is null', withItem(null), /items\[0\]: expected an object/],
    [
      'has an item without its id',
      withItem({ ...heldItem, cartItemId: undefined }),
      /items\[0\]\.cartItemId: expected a string/,
    ],
    [
      'says success in words',
      withItem({ ...heldItem, success: 'true' }),
      /items\[0\]\.success: expected a boolean, got string/,
    ],
    [
      'has its price as text',
      withItem({ ...heldItem, totalPrice: '35.10' }),
      /items\[0\]\.totalPrice: expected a number/,
    ],
    [
      'has a hold without an id',
      withItem({ ...heldItem, itemReservationId: null }),
      /itemReservationId: expected a string/,
    ],
  ];
  for (const [what, step, cause] of wrong) {
    it(`because it ${what} is told once, with what is wrong`, async () => {
      const { client, received } = await setUp([step]);
      const error = await errorOf(client.cart.reserve(reserveBody, session));
      assert.deepEqual(
        [error.code, error.status, error.attempts, received.length],
        ['invalid-answer', 200, 1, 1],
      );
      assert.match(String(error.cause), cause);
    });
  }

  it('to placements.any has no result', async () => {
    const { client } = await setUp([json({ result: 'true' })]);
    assert.match(
      String((await errorOf(client.placements.any({ cartId }))).cause),
      /result: expected a boolean/,
    );
  });
});

describe('an answer that says less than this project’s', () => {
  it('has a reason for every refused item', async () => {
    const refused = { cartItemId: 'a', success: false };
    const { client } = await setUp([withItem(refused), withItem({ ...refused, error: { code: 'other' } })]);
    const first = await client.cart.reserve(reserveBody, session);
    const value = {};
    const message = 'the item was refused without a reason';
    assert.deepEqual(first.items, [{ ...refused, error: { code: 'refused', message, value } }]);
    const second = await client.cart.reserve(reserveBody, session);
    assert.deepEqual(second.items, [{ ...refused, error: { code: 'other', message: '', value } }]);
  });

  it('to a cancel may have no body', async () => {
    const { client } = await setUp([text('')]);
    const answer = client.confirmation.cancel({ itemReservationId: 'r' });
    assert.deepEqual(await bodyOf(answer), { itemReservationId: 'r', success: true });
  });

  it('refuses with a body of another kind, and the status tells', async () => {
    for (const body of ['null', '[]', '"no"', '{"errors":7}', '{"errors":[7,null,{}]}', '<html>']) {
      const { client } = await setUp([(response) => response.writeHead(422).end(body)]);
      const error = await errorOf(client.confirmation.cancel({ itemReservationId: 'r' }));
      assert.deepEqual([error.code, error.status, error.errors], ['http-error', 422, []], body);
    }
  });
});

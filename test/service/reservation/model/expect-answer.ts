import assert from 'node:assert/strict';
import type { Call } from './calls.ts';
import type { Expected, Model } from './model.ts';
import type { Answer } from './world.ts';

const prefix = 'rokt_item_reservation_id.';

/** Lets the model take the call, and compares what it expects with what was answered. The codes that came. */
export function expectAnswer(model: Model, call: Call, answer: Answer): string[] {
  if (call.operation === 'cancel') {
    const expected = model.cancel(call.account, idOf(call.request.itemReservationId));
    const code = 'refused' in answer ? answer.refused : 'cancelled';
    assert.equal(code, typeof expected === 'string' ? expected : 'cancelled', 'cancel');
    return [code];
  }
  const { operation, account, request } = call;
  const ids = request.items.map(({ cartItemId }) => cartItemId);
  if (new Set(ids).size < ids.length) {
    assert.deepEqual(answer, { refused: 'duplicate-cart-item' });
    return ['duplicate-cart-item'];
  }
  assert.ok('items' in answer, `${operation} was refused`);
  assert.deepEqual(
    answer.items.map(({ cartItemId }) => cartItemId),
    ids,
    'order of the answers',
  );
  const codes = answer.items.map((item, index) => {
    const expected = expectedOf(model, call, index);
    const code = typeof expected === 'string' ? expected : operation;
    assert.equal(item.error?.code ?? operation, code, `${operation} of ${item.cartItemId}`);
    if (typeof expected === 'string') return code;
    const id = idOf(item.itemReservationId);
    if ('made' in expected) model.holds.push({ ...expected.made, id });
    const { quantity, price } = 'made' in expected ? expected.made : expected.hold;
    if ('hold' in expected) assert.equal(id, expected.hold.id, 'the hold that was there');
    if (operation === 'reserve') {
      assert.deepEqual([item.quantity, item.unitPrice], [quantity, price / 100], 'terms of a hold');
    }
    return code;
  });
  if (call.operation === 'confirm') model.orders.add(`${account} ${request.cartId} ${call.request.orderId}`);
  return codes;
}

function expectedOf(model: Model, call: Exclude<Call, { operation: 'cancel' }>, index: number): Expected {
  const { account, operation, request } = call;
  if (operation === 'reserve') {
    const { cartItemId, quantity } = request.items[index]!;
    return model.reserve(account, request.cartId, cartItemId, Number(quantity));
  }
  if (operation === 'release') {
    const { cartItemId, itemReservationId: id } = request.items[index]!;
    return model.release(account, request.cartId, cartItemId, idOf(id));
  }
  const { cartItemId, itemReservationId, quantity, unitPrice } = request.items[index]!;
  const claim = {
    ...(quantity === undefined ? {} : { quantity: Number(quantity) }),
    ...(unitPrice === undefined ? {} : { price: Math.round(unitPrice * 100) }),
  };
  const { cartId, orderId } = request;
  return itemReservationId === undefined
    ? model.confirmQuantity(account, cartId, orderId, cartItemId, { ...claim, quantity: Number(quantity) })
    : model.confirmHold(account, cartId, orderId, cartItemId, { ...claim, id: idOf(itemReservationId) });
}

function idOf(itemReservationId = ''): string {
  assert.ok(itemReservationId.startsWith(prefix), itemReservationId);
  return itemReservationId.slice(prefix.length);
}

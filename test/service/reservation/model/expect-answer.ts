import assert from 'node:assert/strict';
import type { Call } from './calls.ts';
import type { Model } from './model.ts';
import type { Expected, ModelHold } from './model-hold.ts';
import type { Answer, AnsweredItem } from './world.ts';

type ItemsCall = Exclude<Call, { operation: 'cancel' }>;

const prefix = 'rokt_item_reservation_id.';

/** Lets the model take the call, and compares what it expects with what was answered. The codes that came. */
export function expectAnswer(model: Model, call: Call, answer: Answer): string[] {
  if (call.operation === 'cancel') {
    const expected = model.cancel(call.account, idOf(call.request.itemReservationId));
    const code = 'refused' in answer ? answer.refused : 'cancelled';
    assert.equal(code, toRefusal(expected)?.code ?? 'cancelled', 'cancel');
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
  const codes = answer.items.flatMap((item, index) => expectItem(model, call, index, item));
  if (call.operation === 'confirm') model.orders.add(`${account} ${request.cartId} ${call.request.orderId}`);
  return codes;
}

/** What became of one line, and of the holds that it took over. */
function expectItem(model: Model, call: ItemsCall, index: number, item: AnsweredItem): string[] {
  const { operation } = call;
  const expected = expectedOf(model, call, index);
  const refusal = toRefusal(expected);
  const code = refusal?.code ?? operation;
  assert.equal(item.error?.code ?? operation, code, `${operation} of ${item.cartItemId}`);
  if (typeof expected === 'string' || 'code' in expected) {
    if (refusal?.value) assert.deepEqual(item.error?.value, refusal.value, code);
    return [code];
  }
  const id = idOf(item.itemReservationId);
  const labels = 'made' in expected ? keep(model, expected, id) : [];
  const { quantity, price, confirmedAs } = 'made' in expected ? expected.made : expected.hold;
  if ('hold' in expected) assert.equal(id, expected.hold.id, 'the hold that was there');
  if (operation === 'reserve')
    assert.deepEqual([item.quantity, item.unitPrice], [quantity, price / 100], 'terms of a hold');
  if (operation === 'confirm' && confirmedAs !== null) labels.push('as a successor');
  return [code, ...labels];
}

function toRefusal(expected: Expected): { readonly code: string; readonly value?: object } | undefined {
  if (typeof expected === 'string') return { code: expected };
  return 'code' in expected ? expected : undefined;
}

/** Keeps a new hold; those of its cart that it was made in the place of know it. What was taken over. */
function keep(model: Model, { made, olds }: Extract<Expected, { made: object }>, id: string): string[] {
  model.holds.push({ ...made, id });
  for (const old of olds) if (old.cart === made.cart) old.successor = id;
  return olds
    .filter((old) => old.item !== made.item || old.cart !== made.cart)
    .map((old) => (old.cart === made.cart ? 'of another impression' : 'of another cart'));
}

function expectedOf(model: Model, call: ItemsCall, index: number): Expected {
  const { account, operation, request } = call;
  if (operation === 'reserve') {
    const { cartItemId, quantity } = request.items[index]!;
    const named = request.items.map((item) => item.cartItemId);
    return model.reserve(account, request.cartId, cartItemId, Number(quantity), named);
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
  const isNamed = (hold: ModelHold) =>
    request.items.some((item) =>
      item.itemReservationId === undefined
        ? item.cartItemId === hold.item
        : idOf(item.itemReservationId) === hold.id,
    );
  if (itemReservationId === undefined)
    return model.confirmQuantity(
      account,
      cartId,
      orderId,
      cartItemId,
      { ...claim, quantity: Number(quantity) },
      isNamed,
    );
  return model.confirmHold(
    account,
    cartId,
    orderId,
    cartItemId,
    { ...claim, id: idOf(itemReservationId) },
    isNamed,
  );
}

function idOf(itemReservationId = ''): string {
  assert.ok(itemReservationId.startsWith(prefix), itemReservationId);
  return itemReservationId.slice(prefix.length);
}

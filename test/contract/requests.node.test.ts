import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TSchema } from 'typebox';
import {
  AnyRequest,
  CancelRequest,
  ConfirmRequest,
  ENDPOINTS,
  LIMITS,
  ReleaseRequest,
  ReserveRequest,
  SelectionRequest,
} from '../../src/contract/index.ts';
import { compile } from './compile.ts';

const cartId = '1580265846172';
const held = { cartItemId: 'a', itemReservationId: 'r' };
const reserve = (quantity: unknown) => ({ cartId, items: [{ cartItemId: 'a', quantity }] });
const confirm = (item: object) => ({ cartId, orderId: 'o', items: [{ cartItemId: 'a', ...item }] });
const attributes = (value: unknown) => ({ cartId, attributes: { name: value } });
const many = <Item>(item: Item, count: number): Item[] => Array.from({ length: count }, () => item);
const names = (count: number) =>
  Object.fromEntries(many('x', count).map((value, index) => [`n${index}`, value]));

const taken: [schema: TSchema, body: unknown][] = [
  ...[1, 15, '1', '15', '999', LIMITS.quantity].map((quantity): [TSchema, unknown] => [
    ReserveRequest,
    reserve(quantity),
  ]),
  [ReserveRequest, { cartId, items: [], isPayPalPayment: true, merchantId: 'm' }],
  [ReserveRequest, { cartId, items: many({ cartItemId: 'a', quantity: 1 }, LIMITS.items) }],
  [ConfirmRequest, { cartId, orderId: 'o', items: [] }],
  [ConfirmRequest, confirm({ itemReservationId: 'r' })],
  [ConfirmRequest, confirm({ quantity: '3' })],
  [ConfirmRequest, confirm({ itemReservationId: 'r', quantity: 1, unitPrice: 35.1, currency: 'USD' })],
  [ReleaseRequest, { cartId, items: [held] }],
  [CancelRequest, { itemReservationId: 'r' }],
  [AnyRequest, { cartId }],
  [AnyRequest, attributes('x'.repeat(LIMITS.attributeValueLength))],
  [AnyRequest, attributes('')],
  [SelectionRequest, { accountId: '222' }],
];

const refused: [schema: TSchema, body: unknown, at: RegExp][] = [
  ...[
    0,
    -1,
    1.5,
    '0',
    '01',
    '1000',
    ' 1',
    '1 ',
    '1.0',
    '+1',
    '',
    null,
    true,
    [1],
    LIMITS.quantity + 1,
    undefined,
  ].map((quantity): [TSchema, unknown, RegExp] => [ReserveRequest, reserve(quantity), /^\/items\/0/m]),
  [ReserveRequest, {}, /cartId/],
  [ReserveRequest, { cartId }, /items/],
  [ReserveRequest, { cartId: 7, items: [] }, /^\/cartId/m],
  [ReserveRequest, { cartId: '', items: [] }, /^\/cartId/m],
  [ReserveRequest, { cartId: 'x'.repeat(LIMITS.idLength + 1), items: [] }, /^\/cartId/m],
  [ReserveRequest, { cartId, items: many(held, LIMITS.items + 1) }, /^\/items must NOT have more/m],
  [ReserveRequest, [], /object/],
  [ReserveRequest, null, /object/],
  [ConfirmRequest, { cartId, items: [] }, /orderId/],
  [ConfirmRequest, confirm({}), /^\/items\/0/m],
  [ConfirmRequest, confirm({ itemReservationId: '', quantity: 1 }), /^\/items\/0/m],
  [ConfirmRequest, confirm({ itemReservationId: null, quantity: 1 }), /^\/items\/0/m],
  [ConfirmRequest, confirm({ itemReservationId: 'r', unitPrice: '35.1' }), /^\/items\/0\/unitPrice/m],
  [ConfirmRequest, confirm({ itemReservationId: 'r', unitPrice: -1 }), /^\/items\/0\/unitPrice/m],
  [ConfirmRequest, confirm({ itemReservationId: 'r', currency: 'dollars' }), /^\/items\/0\/currency/m],
  [ReleaseRequest, { cartId, items: [{ cartItemId: 'a' }] }, /itemReservationId/],
  [CancelRequest, {}, /itemReservationId/],
  [AnyRequest, attributes(7), /^\/attributes\/name/m],
  [AnyRequest, attributes('x'.repeat(LIMITS.attributeValueLength + 1)), /^\/attributes\/name/m],
  [AnyRequest, { cartId, attributes: { 'line\nbreak': 7 } }, /^\/attributes/m],
  [AnyRequest, { cartId, attributes: names(LIMITS.attributes + 1) }, /^\/attributes/m],
  [
    AnyRequest,
    { cartId, attributes: { ['x'.repeat(LIMITS.attributeNameLength + 1)]: '' } },
    /^\/attributes/m,
  ],
  [SelectionRequest, { accountId: 222 }, /^\/accountId/m],
];

describe('the requests', () => {
  for (const [schema, body] of taken) {
    it(`take ${JSON.stringify(body).slice(0, 90)}`, () => assert.deepEqual(compile(schema)(body), []));
  }
  for (const [schema, body, at] of refused) {
    it(`refuse ${JSON.stringify(body).slice(0, 90)}`, () =>
      assert.match(compile(schema)(body).join('\n'), at));
  }
});

describe('the endpoints', () => {
  it('are under their own ids, in lower-case paths', () => {
    for (const [id, { operationId, path }] of Object.entries(ENDPOINTS)) {
      assert.equal(id, operationId);
      assert.match(path, /^\/v1\/[a-z/]+$/);
    }
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ErrorBody as ErrorSchema } from '../../../src/contract/index.ts';
import type { ErrorBody } from '../../../src/contract/wire.ts';
import { compile } from '../../contract/compile.ts';
import { openShop, ORIGIN, type Shop } from './shop.ts';

const faultsOf = compile(ErrorSchema);
type Path = Parameters<Shop['call']>[0];

/** The paths that a body is refused for, and the whole answer. */
async function refusedFor(shop: Shop, path: Path, body: unknown) {
  const headers = path === '/v1/selections' ? { origin: ORIGIN } : {};
  const { status, body: answer, text } = await shop.call(path, body, headers);
  assert.deepEqual([status, faultsOf(answer)], [400, []], text);
  const { errors } = answer as unknown as ErrorBody;
  for (const { code, message, value } of errors) {
    assert.equal(code, 'invalid-request');
    assert.ok(message.startsWith(`${String(value['path'])}: `), message);
  }
  return { paths: errors.map(({ value }) => value['path']), text, errors };
}

const good = { cartItemId: 'a', quantity: 1 };

describe('every fault of a body is told at once, by path:', () => {
  for (const [what, path, body, paths] of [
    [
      'five of them',
      '/v1/cart/confirm',
      { cartId: 1, orderId: '', items: [{ cartItemId: 7, quantity: -1 }], attributes: { email: 5 } },
      ['/cartId', '/orderId', '/items/0/cartItemId', '/items/0/quantity', '/attributes/email'],
    ],
    ['what is missing', '/v1/cart/confirm', {}, ['/cartId', '/orderId', '/items']],
    [
      'in several items',
      '/v1/cart/reserve',
      { cartId: 'c', items: [{}, good, { cartItemId: 'b', quantity: 1.5 }] },
      ['/items/0/cartItemId', '/items/0/quantity', '/items/2/quantity'],
    ],
    [
      'of an item that is held',
      '/v1/cart/confirm',
      {
        cartId: 'c',
        orderId: 'o',
        items: [
          { cartItemId: 'a', itemReservationId: 'r', quantity: 'x', unitPrice: -1, currency: 'dollars' },
        ],
      },
      ['/items/0/quantity', '/items/0/unitPrice', '/items/0/currency'],
    ],
    [
      'of an item that is neither held nor counted',
      '/v1/cart/confirm',
      { cartId: 'c', orderId: 'o', items: [{ cartItemId: 'a' }, 7] },
      ['/items/0', '/items/1'],
    ],
    [
      'in attributes, their names too',
      '/v1/placements/any',
      { cartId: 'c', attributes: { 'a/b~': 1, ['n'.repeat(129)]: 'x' } },
      [`/attributes/${'n'.repeat(129)}`, '/attributes/a~1b~0'],
    ],
    [
      'as text and as the schema has it',
      '/v1/cart/reserve',
      '{"cartId":"\\u0000","cartId":7,"items":[{"cartItemId":"a","quantity":1e309},{"cartItemId":1,"quantity":1}],"merchantId":""}',
      ['/cartId', '/cartId', '/items/0/quantity', '/items/1/cartItemId', '/merchantId'],
    ],
    [
      'of a selection',
      '/v1/selections',
      { accountId: 7, sessionId: 'a b', identifier: '' },
      ['/accountId', '/sessionId', '/identifier'],
    ],
    ['where it is no object', '/v1/cart/reserve', [], ['/']],
  ] as const)
    it(what, async (t) => {
      const { paths: told } = await refusedFor(await openShop(t), path, body);
      assert.deepEqual([...told].sort(), [...paths].sort());
    });
});

describe('what is told of a body', () => {
  it('has nothing of what was sent', async (t) => {
    const shop = await openShop(t);
    const secret = 'tok_4242';
    for (const [path, body] of [
      ['/v1/cart/confirm', { cartId: { secret }, orderId: [secret], items: secret, attributes: secret }],
      [
        '/v1/cart/reserve',
        { cartId: secret.repeat(99), items: [{ cartItemId: [secret], quantity: secret }] },
      ],
      [
        '/v1/placements/any',
        { cartId: secret, pageIdentifier: secret.repeat(99), attributes: { a: [secret] } },
      ],
      ['/v1/cart/reserve', `{"cartId":"${secret}\\u0000","items":[],"cartId":"${secret}"}`],
      ['/v1/selections', { accountId: secret, sessionId: `${secret} ${secret}`, identifier: { secret } }],
    ] as const)
      assert.doesNotMatch((await refusedFor(shop, path, body)).text, new RegExp(secret));
    for (const broken of [`{"cartId":"${secret}`, secret, `{"cartId":${secret}}`])
      assert.doesNotMatch((await shop.call('/v1/cart/reserve', broken)).text, new RegExp(secret));
  });

  it('is bounded, however much is wrong', async (t) => {
    const shop = await openShop(t);
    const names = Object.fromEntries(Array.from({ length: 6_000 }, (_, index) => [`n${index}`, 1]));
    for (const [path, body] of [
      ['/v1/cart/confirm', `{"cartId":1,"orderId":1,"items":[${'{},'.repeat(20_000)}{}]}`],
      ['/v1/placements/any', { cartId: 1, attributes: names }],
      ['/v1/placements/any', { cartId: 1, attributes: { ['n'.repeat(60_000)]: 1 } }],
      ['/v1/cart/reserve', `{"cartId":"c","items":[${'1e309,'.repeat(9_000)}1]}`],
    ] as const) {
      const { text, errors } = await refusedFor(shop, path, body);
      assert.ok(errors.length >= 2 && errors.length <= 20, String(errors.length));
      assert.ok(text.length < 20_000, String(text.length));
    }
  });

  it('says that a list is too long, whatever is in it', async (t) => {
    const { paths } = await refusedFor(await openShop(t), '/v1/cart/reserve', {
      cartId: 'c',
      items: Array.from({ length: 101 }, () => good),
    });
    assert.deepEqual(paths, ['/items']);
  });
});

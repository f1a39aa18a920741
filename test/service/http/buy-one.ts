import assert from 'node:assert/strict';
import type { ConfirmAnswer } from '../../../src/contract/wire.ts';
import { inBytes, talk } from '../support/talk.ts';
import type { Confirmed } from './outcomes/steps.ts';
import { SESSION, type Shop } from './shop.ts';

/** Buys one of a product by quantity, with these headers and this line for the Host. */
export async function buyOne(
  shop: Shop,
  headers: Readonly<Record<string, string>> = {},
  host = 'Host: localhost',
  sku = 'parking-a',
): Promise<Confirmed> {
  const items = [{ cartItemId: await shop.offered(sku), quantity: 1 }];
  const lines = [
    host,
    'Content-Type: application/json',
    'rokt-api-key: skeletonkey',
    'rokt-tag-id: 253_439d21r21r21321',
    `rokt-session-id: ${SESSION}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  const body = JSON.stringify({ cartId: 'c', orderId: 'o', items });
  const { status, text } = await talk(shop.url, inBytes('POST /v1/cart/confirm', lines, body));
  assert.equal(status, 200, text);
  const [item] = (JSON.parse(text) as ConfirmAnswer).items;
  assert.ok(item?.success, text);
  return item;
}

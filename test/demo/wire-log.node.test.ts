import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WireLog } from '../../demo/merchant/wire-log.mjs';

describe('the log of the wire', () => {
  for (const [what, sent, noted] of [
    ['JSON', '{"result":true}', { result: true }],
    ['the page of a proxy', '<h1>502 Bad Gateway</h1>', '<h1>502 Bad Gateway</h1>'],
    ['nothing', '', null],
  ] as const) {
    it(`hands on an answer that is ${what}, and notes it`, async () => {
      const log = new WireLog();
      const send = log.fetchOf('order', async () => new Response(sent, { status: 502 }));
      const response = await send('http://127.0.0.1/v1/cart/reserve', { method: 'POST', body: '{}' });
      assert.equal(await response.text(), sent);
      assert.deepEqual(
        log.of('order').map(({ path, status, request, answer }) => ({ path, status, request, answer })),
        [{ path: '/v1/cart/reserve', status: 502, request: {}, answer: noted }],
      );
    });
  }
});

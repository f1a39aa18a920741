import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { it } from 'node:test';
import { PATIENCE } from '../../../tools/check/patience.mjs';
import { deliver } from '../../../src/service/fulfilment/deliver.ts';

const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

const limit = { timeout: PATIENCE.test };

it(
  'a receiver that says nothing has 10 s: then the attempt has failed, and its connection is closed',
  limit,
  async (t) => {
    const receiver = createServer().listen(0, '127.0.0.1');
    t.after(() => receiver.close());
    await once(receiver, 'listening');
    const origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    const asked: number[] = [];
    const clock = new AbortController();
    t.mock.method(AbortSignal, 'timeout', (ms: number) => {
      asked.push(ms);
      return clock.signal;
    });
    const target = { url: `${origin}/hook`, secret };
    const sent = deliver({ messageId: 'm', body: '{}' }, target, { allowed: new Set([origin]) });
    const [request] = (await once(receiver, 'request')) as [IncomingMessage];
    const closed = once(request.socket, 'close');
    clock.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    const { outcome, error } = { error: '', ...(await sent) };
    assert.deepEqual([outcome, asked], ['failed', [10_000]]);
    assert.match(error, /no answer within/);
    await closed;
  },
);

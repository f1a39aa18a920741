import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, describe, it } from 'node:test';
import { deliver } from '../../../src/service/fulfilment/deliver.ts';
import { isSignedWebhook } from '../../../src/service/fulfilment/sign.ts';
import {
  isPublicAddress,
  obstacleTo,
  publicLookup,
} from '../../../src/service/fulfilment/webhook-address.ts';

const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const message = { messageId: 'm-1', body: '{"type":"item.confirmed"}' };
const closing: (() => void)[] = [];
after(() => closing.forEach((close) => close()));

/** A provider on this machine. */
async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const send = (url: string, timeout?: number) =>
  deliver(message, { url: `${url}/hook?a=b`, secret }, { allowed: new Set([url]), timeout });

describe('a delivery', () => {
  it('arrives whole and signed', async () => {
    const taken: { request: IncomingMessage; body: string }[] = [];
    const url = await listen((request, response) => {
      void text(request).then((body) => {
        taken.push({ request, body });
        response.writeHead(204).end();
      });
    });
    assert.deepEqual(await send(url), { outcome: 'delivered' });
    assert.equal(taken.length, 1);
    const [{ request, body } = assert.fail()] = taken;
    assert.deepEqual([request.method, request.url, body], ['POST', '/hook?a=b', message.body]);
    assert.equal(request.headers['webhook-id'], 'm-1');
    assert.ok(isSignedWebhook(request.headers, body, secret, Date.now()));
  });

  for (const [status, outcome] of [
    [200, 'delivered'],
    [299, 'delivered'],
    [302, 'failed'],
    [400, 'failed'],
    [410, 'refused'],
    [500, 'failed'],
  ] as const) {
    it(`is ${outcome} when the provider answers ${status}`, async () => {
      let calls = 0;
      const url = await listen((_request, response) => {
        calls++;
        response.writeHead(status, { location: '/elsewhere' }).end('…'.repeat(100_000));
      });
      assert.equal((await send(url)).outcome, outcome);
      assert.equal(calls, 1);
    });
  }

  it('has failed when nobody listens, nobody answers, or the connection breaks', async () => {
    const silent = await listen(() => undefined);
    const breaking = await listen((request) => request.socket.destroy());
    assert.match(JSON.stringify(await send('http://127.0.0.1:1')), /failed.*ECONNREFUSED/);
    assert.match(JSON.stringify(await send(silent, 50)), /failed.*no answer within 50 ms/i);
    assert.match(JSON.stringify(await send(breaking)), /failed.*(hang up|ECONNRESET)/);
  });

  it('says why it has failed also where a name has several addresses', async () => {
    const url = 'http://localhost:1';
    const failed = await deliver(message, { url, secret }, { allowed: new Set([url]) });
    assert.match(JSON.stringify(failed), /ECONNREFUSED/);
  });

  it('says whether a byte of it may have left: not before its connection stands, and is secure', async () => {
    const [silent, breaking, refusing] = await Promise.all([
      listen(() => undefined),
      listen((request) => request.socket.destroy()),
      listen((_request, response) => response.writeHead(500).end()),
    ]);
    const isUnsent = async (url: string, timeout?: number) => {
      const failed = await deliver(
        message,
        { url, secret },
        { allowed: new Set([new URL(url).origin]), timeout },
      );
      assert.ok(failed.outcome === 'failed');
      return failed.isUnsent ?? false;
    };
    for (const url of [silent, breaking, refusing]) assert.equal(await isUnsent(url, 200), false, url);
    for (const url of [
      'http://127.0.0.1:1',
      'http://provider.invalid',
      silent.replace('http:', 'https:'),
      breaking.replace('http:', 'https:'),
    ])
      assert.equal(await isUnsent(url, 200), true, url);
    const refused = await deliver(message, { url: silent, secret }, { allowed: new Set() });
    assert.ok(refused.outcome === 'failed' && refused.isUnsent);
  });

  it('is signed by both secrets of a provider, so that the receiver can have either', async () => {
    const other = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;
    const taken: IncomingMessage[] = [];
    const url = await listen((request, response) => {
      taken.push(request);
      response.writeHead(204).end();
    });
    const target = { url, secret: [secret, other] };
    assert.deepEqual(await deliver(message, target, { allowed: new Set([url]) }), { outcome: 'delivered' });
    const { headers } = taken[0] ?? assert.fail();
    for (const one of target.secret) assert.ok(isSignedWebhook(headers, message.body, one, Date.now()));
    const neither = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
    assert.equal(isSignedWebhook(headers, message.body, neither, Date.now()), false);
    assert.equal(String(headers['webhook-signature']).split(' ').length, 2);
  });

  it('is not even tried to what is neither https nor allowed', async () => {
    let calls = 0;
    const url = await listen((_request, response) => {
      calls++;
      response.end();
    });
    const target = { url, secret };
    const plain = await deliver(message, target, { allowed: new Set() });
    assert.match(JSON.stringify(plain), /expected https, or an origin that --webhook-allow names/);
    const inside = await deliver(
      message,
      { url: url.replace('http:', 'https:'), secret },
      { allowed: new Set() },
    );
    assert.match(JSON.stringify(inside), /expected a public address, got 127\.0\.0\.1/);
    assert.equal(calls, 0);
  });

  it('follows no name into this machine', async () => {
    const named = { url: 'https://localhost:1/', secret };
    const { outcome, error } = { error: '', ...(await deliver(message, named, { allowed: new Set() })) };
    assert.deepEqual([outcome, error], ['failed', 'webhook: expected a public address, got localhost']);
    const refusal = await new Promise((resolve) => publicLookup('localhost', {}, resolve));
    assert.match(String(refusal), /expected a public address of localhost, got (127\.0\.0\.1|::1)/);
  });
});

describe('an address', () => {
  it('is public, or not', () => {
    const inside =
      '0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.31.0.1 192.168.1.1 198.18.0.1 224.0.0.1 255.255.255.255 ' +
      ':: ::1 ::ffff:127.0.0.1 fc00::1 fe80::1 ff02::1 2001:db8::1 2002:7f00:1::1 64:ff9b::7f00:1';
    for (const address of inside.split(' ')) assert.equal(isPublicAddress(address), false, address);
    for (const address of ['1.1.1.1', '172.32.0.1', '93.184.216.34', '2606:4700::1111'])
      assert.equal(isPublicAddress(address), true, address);
  });

  it('is judged in a URL whatever way it is written', () => {
    for (const url of [
      'https://127.1/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://[::1]/',
      'https://localhost/',
      'https://a.localhost./',
    ])
      assert.equal(obstacleTo(new URL(url), new Set())?.expected, 'a public address', url);
    assert.equal(obstacleTo(new URL('https://provider.example/hook'), new Set()), null);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ENDPOINTS, ErrorBody as ErrorSchema } from '../../../src/contract/index.ts';
import { compile } from '../../contract/compile.ts';
import { startService } from '../support/start-service.ts';
import { inBytes, talk } from '../support/talk.ts';
import { openShop, ORIGIN } from './shop.ts';

const faultsOf = compile(ErrorSchema);

/** What another method is answered: status, `Allow` and code. */
async function ask(url: string, method: string, path: string, headers: readonly string[] = []) {
  const said = await talk(url, inBytes(`${method} ${path}`, ['Host: localhost', ...headers]));
  const allow = /^allow: (.*)$/im.exec(said.head)?.[1];
  if (method === 'HEAD') return [said.status, allow, said.text];
  assert.deepEqual(faultsOf(said.body), []);
  return [said.status, allow, said.body.errors[0]?.code];
}

describe('a path that is there, asked by another method,', () => {
  for (const { path } of Object.values(ENDPOINTS))
    it(`is 405 with what is allowed: ${path}`, async (t) => {
      const { url } = await openShop(t);
      const allowed = path === ENDPOINTS.selections.path ? 'OPTIONS, POST' : 'POST';
      for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'])
        assert.deepEqual(await ask(url, method, path), [405, allowed, 'method-not-allowed'], method);
      assert.deepEqual(await ask(url, 'HEAD', path), [405, allowed, '']);
    });

  it('is 405 whatever comes with it: a type without a body, another type, a packed or broken body', async (t) => {
    const { url } = await openShop(t);
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'QUERY', 'TRACE'])
      for (const headers of [
        ['Content-Type: application/json'],
        ['Content-Type: text/plain', 'Content-Length: 0'],
        ['Content-Type: application/json', 'Content-Encoding: gzip', 'Content-Length: 0'],
      ]) {
        const [status, allow] = await ask(url, method, '/v1/cart/reserve', headers);
        assert.deepEqual([status, allow], [405, 'POST'], `${method} ${headers.join()}`);
      }
    const broken = inBytes(
      'PUT /v1/cart/reserve',
      ['Host: a', 'Content-Type: application/json'],
      '{"cartId": ',
    );
    assert.equal((await talk(url, broken)).status, 405);
  });

  it('is 405 in any case, with a slash at its end, with a query', async (t) => {
    const { url } = await openShop(t);
    for (const path of ['/V1/Cart/Reserve', '/v1/cart/reserve/', '/v1/cart/reserve?a=1'])
      assert.deepEqual(await ask(url, 'GET', path), [405, 'POST', 'method-not-allowed'], path);
  });

  it('is 405 where it has an id in it, and where it is there to be read', async (t) => {
    const { url } = await openShop(t);
    for (const path of ['/confirmations/1', '/healthz', '/readyz', '/openapi.json'])
      assert.deepEqual(await ask(url, 'POST', path), [405, 'GET, HEAD', 'method-not-allowed'], path);
  });

  it('is 405 in what is there for development, too', async (t) => {
    const { url, stop } = await startService();
    t.after(stop);
    assert.deepEqual(await ask(url, 'GET', '/_dev/provider'), [405, 'POST', 'method-not-allowed']);
  });

  it('is 405 on a partner’s path where the method is that of a preflight, and tells no origin anything', async (t) => {
    const { url } = await openShop(t);
    const headers = [`Origin: ${ORIGIN}`, 'Access-Control-Request-Method: POST'];
    const said = await talk(url, inBytes('OPTIONS /v1/cart/reserve', ['Host: a', ...headers]));
    assert.equal(said.status, 405);
    assert.doesNotMatch(said.head, /access-control/i);
  });
});

describe('a path that is not there', () => {
  it('is 404 by any method', async (t) => {
    const { url } = await openShop(t);
    for (const method of ['GET', 'POST', 'OPTIONS', 'PUT', 'PROPFIND'])
      for (const path of [
        '/v1/nothing',
        '/v1/cart/reserve/more',
        '/v1/cart',
        '/confirmations',
        '//v1/cart/reserve',
      ])
        assert.deepEqual(await ask(url, method, path), [404, undefined, 'not-found'], `${method} ${path}`);
  });

  it('is 404 whatever comes with it: a type without a body, another type, a broken body', async (t) => {
    const { url } = await openShop(t);
    for (const method of ['POST', 'DELETE', 'OPTIONS'])
      for (const type of ['application/json', 'text/plain', 'multipart/form-data'])
        assert.deepEqual(
          await ask(url, method, '/v1/nothing', [`Content-Type: ${type}`]),
          [404, undefined, 'not-found'],
          `${method} ${type}`,
        );
    const broken = inBytes('POST /v1/nothing', ['Host: a', 'Content-Type: application/json'], '{"cartId": ');
    assert.equal((await talk(url, broken)).status, 404);
  });

  it('is 404 where it is all of the server', async (t) => {
    const { url } = await openShop(t);
    assert.deepEqual(await ask(url, 'OPTIONS', '*'), [404, undefined, 'not-found']);
  });
});

describe('what can be read', () => {
  it('can be asked for its head alone', async (t) => {
    const { url } = await openShop(t);
    for (const path of ['/healthz', '/readyz', '/openapi.json']) {
      const { status, text, head } = await talk(url, inBytes(`HEAD ${path}`, ['Host: a']));
      assert.deepEqual([status, text], [200, '']);
      assert.match(head, /^content-type: application\/json/im);
    }
  });
});

describe('what Node’s own server would answer without a body', () => {
  it('is in shape: a tunnel', async (t) => {
    const { url } = await openShop(t);
    const { status, body } = await talk(url, 'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n');
    assert.deepEqual([status, body.errors[0]?.code, faultsOf(body)], [400, 'invalid-request', []]);
  });

  it('is in shape: no Host', async (t) => {
    const { url } = await openShop(t);
    const { status, body } = await talk(url, inBytes('GET /healthz'));
    assert.deepEqual([status, faultsOf(body)], [400, []]);
    assert.equal(body.errors[0]?.message, 'host: expected this header');
  });

  it('is answered as if it was not there: an expectation that is none', async (t) => {
    const { url } = await openShop(t);
    assert.equal((await talk(url, inBytes('GET /healthz', ['Host: a', 'Expect: cake']))).status, 200);
  });
});

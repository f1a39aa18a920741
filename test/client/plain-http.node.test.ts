import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTransactionClient } from '../../src/client/index.ts';

const make = (baseUrl: string, options = {}) =>
  createTransactionClient({ apiKey: 'skeletonkey', tagId: 't', baseUrl, ...options });

describe('the API key', () => {
  for (const baseUrl of [
    'http://upsells.example',
    'HTTP://upsells.example/partner',
    'http://10.0.0.7:4010',
    'http://0.0.0.0:4010',
    'http://[::2]:4010',
    'http://localhost.upsells.example',
    'http://127.0.0.1.upsells.example',
    'http://notlocalhost',
    'http://128.0.0.1',
  ]) {
    it(`does not go to ${baseUrl}, and the message says how it may`, () => {
      const { host } = new URL(baseUrl);
      assert.throws(() => make(baseUrl), {
        name: 'TypeError',
        message: `baseUrl: expected https for the API key, or allowPlainHttp: true, got http to ${host}`,
      });
      for (const wrong of [false, undefined, 'true', 1])
        assert.throws(() => make(baseUrl, { allowPlainHttp: wrong }), TypeError);
    });

    it(`goes to ${baseUrl} when it is told`, () => {
      assert.ok(make(baseUrl, { allowPlainHttp: true }));
    });
  }

  for (const baseUrl of [
    'https://upsells.example',
    'http://localhost:4010',
    'http://LOCALHOST:4010',
    'http://shop.localhost',
    'http://127.0.0.1:4010',
    'http://127.8.9.1',
    'http://0x7f.1',
    'http://[::1]:4010',
  ]) {
    it(`goes to ${baseUrl}`, () => assert.ok(make(baseUrl)));
  }

  it('is not in the message, nor is what else the URL holds', () => {
    assert.throws(
      () => make('http://upsells.example/skeletonkey'),
      ({ message }: Error) => !message.includes('skeletonkey'),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageError } from '../../src/command/command.ts';
import { readServeOptions } from '../../src/command/serve-settings.ts';

const read = (...args: readonly string[]) => readServeOptions(['--dev', ...args], {});

/** Asserts misuse in words. */
async function refuses(args: readonly string[], message: RegExp): Promise<void> {
  await assert.rejects(
    read(...args),
    (error) => error instanceof UsageError && message.test(error.message),
    args.join(' '),
  );
}

describe('--public-url', () => {
  for (const [given, url] of [
    ['https://upsell.example', 'https://upsell.example'],
    ['http://upsell.example:4010/', 'http://upsell.example:4010'],
    ['HTTPS://Upsell.Example:443', 'https://upsell.example'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
  ] as const)
    it(`takes ${given}`, async () => assert.equal((await read('--public-url', given)).parts.publicUrl, url));

  for (const given of [
    'upsell.example',
    'ftp://upsell.example',
    'javascript:alert(1)',
    'https://upsell.example/shop',
    'https://upsell.example/?a',
    'https://upsell.example#',
    'https://jo:secret@upsell.example',
    'https://upsell.example\n.evil.example',
    'https:\\\\upsell.example',
    'https://',
    '',
  ])
    it(`refuses ${JSON.stringify(given)}`, () =>
      refuses(
        ['--public-url', given],
        /^--public-url needs http or https and a host alone, such as https:\/\/upsell\.example/,
      ));

  it('is not said again with a password in it', async () => {
    await assert.rejects(
      read('--public-url', 'https://jo:secret@upsell.example'),
      (error) => !(error as Error).message.includes('secret'),
    );
  });
});

describe('where callers find the service', () => {
  for (const host of ['127.0.0.1', 'localhost', '::1', '127.1.2.3'])
    it(`is known where it listens on ${host}`, async () =>
      assert.equal((await read('--host', host)).parts.publicUrl, undefined));

  for (const host of ['0.0.0.0', '::', '192.168.1.5', 'upsell.example', 'localhost.example'])
    it(`has to be told where it listens on ${host}`, async () => {
      await refuses(['--host', host], /^--host .* needs --public-url/);
      const told = await read('--host', host, '--public-url', 'https://a.example');
      assert.equal(told.place.host, host);
    });

  it('has to be told behind a proxy', async () => {
    await refuses(['--trust-proxy', '10.0.0.0/8'], /^--trust-proxy needs --public-url/);
    const args = ['--trust-proxy', '10.0.0.0/8', '--public-url', 'https://a.example'];
    assert.deepEqual((await read(...args)).parts.trustProxy, ['10.0.0.0/8']);
  });
});

import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { startDevService, type DevOptions } from '../../../src/service/dev/dev-service.ts';
import { makeBriefDatabase } from '../support/database.ts';
import { inBytes, talk } from '../support/talk.ts';

/** A service for development, until the test is over. */
async function start(t: TestContext, options: DevOptions = {}) {
  const store = await (await makeBriefDatabase()).open();
  const service = await startDevService(store, options);
  t.after(async () => {
    await service.close();
    await store.close();
  });
  return service;
}

/** The status of what a service for development answers to each of these hosts. */
async function statuses(t: TestContext, options: DevOptions, ...hosts: readonly string[]): Promise<number[]> {
  const service = await start(t, options);
  const answers = [];
  for (const host of hosts)
    answers.push((await talk(service.url, inBytes('GET /healthz', [`Host: ${host}`]))).status);
  return answers;
}

describe('a service for development', () => {
  it('answers to the names of its own machine', async (t) => {
    const names = [
      'localhost',
      'LOCALHOST:4010',
      'shop.localhost:80',
      '127.0.0.1:4010',
      '127.9.9.9',
      '[::1]:4010',
    ];
    assert.deepEqual(
      await statuses(t, {}, ...names),
      names.map(() => 200),
    );
  });

  it('lets a page of its own machine read why it is refused, and no other page', async (t) => {
    const { url } = await start(t);
    for (const [origin, readBy] of [
      ['http://localhost:3000', 'http://localhost:3000'],
      ['https://shop.example', null],
    ] as const) {
      const { status, headers } = await fetch(`${url}/v1/selections`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ accountId: 'of-nobody' }),
      });
      assert.deepEqual([status, headers.get('access-control-allow-origin')], [403, readBy]);
    }
  });

  it('refuses every other: a name that an attacker’s DNS leads here', async (t) => {
    const names = [
      'evil.example',
      'evil.example:4010',
      'localhost.evil.example',
      '10.0.0.1',
      '127.0.0.1.evil.example',
    ];
    assert.deepEqual(
      await statuses(t, {}, ...names),
      names.map(() => 403),
    );
  });

  it('answers to the name that it was told is its own', async (t) => {
    const names = ['upsell.example', 'UPSELL.example:443', 'localhost', 'evil.example'];
    assert.deepEqual(
      await statuses(t, { publicUrl: 'https://upsell.example' }, ...names),
      [200, 200, 200, 403],
    );
    assert.deepEqual(await statuses(t, { host: '0.0.0.0' }, '0.0.0.0:4010', 'evil.example'), [200, 403]);
  });

  it('says so in the contract’s shape, before it looks at anything else', async (t) => {
    const store = await (await makeBriefDatabase()).open();
    const service = await startDevService(store, { token: 'secret' });
    t.after(async () => {
      await service.close();
      await store.close();
    });
    for (const path of ['/_dev/accounts', '/v1/cart/reserve', '/nothing', '/_dev/provider']) {
      const { status, body } = await talk(service.url, inBytes(`POST ${path}`, ['Host: evil.example']));
      assert.deepEqual([status, body.errors[0]?.code], [403, 'host-not-allowed'], path);
    }
  });
});

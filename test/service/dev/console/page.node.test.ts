import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { startDevService } from '../../../../src/service/dev/dev-service.ts';
import { openStore } from '../../../../src/service/store/open-store.ts';
import { openShop } from '../../http/shop.ts';
import { makeBriefDatabase } from '../../support/database.ts';

const PATHS = ['/_dev/console', '/_dev/console/console.js', '/_dev/accounts/222/events'];
const token = 'letmein';

async function openDev(t: TestContext, options: { token?: string }) {
  const store = await openStore((await makeBriefDatabase()).db);
  const service = await startDevService(store, options);
  t.after(() => store.close());
  return service;
}

describe('the page of the console', () => {
  it('runs its own script alone, asks nobody but its service, and has nothing of an account in it', async (t) => {
    const service = await openDev(t, { token });
    t.after(() => service.close());
    const response = await fetch(`${service.url}/_dev/console`);
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.equal(response.status, 200);
    assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'sha256-/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.doesNotMatch(policy, /unsafe/);
    const { accountId, apiKey, tagId } = service.first;
    const text = await response.text();
    for (const told of [accountId, apiKey, tagId, token]) assert.ok(!text.includes(told), told);
  });

  it('is not there without a token to ask for, nor on a service that is not for development', async (t) => {
    const inProcess = await openDev(t, {});
    t.after(() => inProcess.close());
    const { url } = await openShop(t);
    for (const base of [inProcess.url, url])
      for (const path of PATHS) assert.equal((await fetch(base + path)).status, 404, base + path);
  });

  it('does not keep the service from ending', async (t) => {
    const service = await openDev(t, { token });
    const response = await fetch(`${service.url}/_dev/accounts/222/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const reading = response.text();
    const started = performance.now();
    await service.close();
    assert.ok(performance.now() - started < 5_000, 'within half of the grace');
    assert.match(await reading, /^event: start\n/);
  });
});

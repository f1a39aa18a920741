import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openShop, ORIGIN } from './shop.ts';

const PATH = '/wsdk/integrations';
const frameOf = (accountId: string, origin: string) =>
  `${PATH}/frame.html?${new URLSearchParams({ accountId, origin })}`;

describe('the frame of the stand-in', () => {
  it('is for the pages of the account’s own origins, and runs nothing but its script', async (t) => {
    const shop = await openShop(t);
    const { status, headers } = await fetch(shop.url + frameOf('222', ORIGIN));
    const policy = headers.get('content-security-policy') ?? '';
    assert.deepEqual([status, headers.get('content-type')], [200, 'text/html; charset=utf-8']);
    assert.match(policy, /^default-src 'none'; script-src 'self';/);
    assert.match(policy, new RegExp(`; frame-ancestors ${ORIGIN}$`));
    assert.doesNotMatch(policy, /unsafe/);
  });

  for (const [who, path] of [
    ['a page of another origin', frameOf('222', 'https://other.example')],
    ['an account that is not known', frameOf('nobody', ORIGIN)],
    ['nobody', `${PATH}/frame.html`],
    ['two accounts', `${PATH}/frame.html?accountId=222&accountId=333&origin=${ORIGIN}`],
  ] as const) {
    it(`is refused to ${who}, which the page is told by it`, async (t) => {
      const shop = await openShop(t);
      const response = await fetch(shop.url + path);
      assert.equal(response.status, 403);
      assert.match(await response.text(), /data-answer="refused"/);
    });
  }

  for (const manners of ['shipped', 'documented'] as const) {
    it(`says the manners of its service, ${manners}`, async (t) => {
      const shop = await openShop(t, { manners });
      const response = await fetch(shop.url + frameOf('222', ORIGIN));
      assert.match(await response.text(), new RegExp(`data-manners="${manners}"`));
    });
  }

  it('may select, on this machine and where the outside finds its service', async (t) => {
    const publicUrl = 'https://upsell.example';
    const shop = await openShop(t, { publicUrl });
    const select = (origin: string) =>
      shop.send('/v1/selections', { accountId: '222', attributes: {} }, { origin });
    const { port } = new URL(shop.url);
    assert.equal((await select(shop.url)).status, 200);
    assert.equal((await select(publicUrl)).status, 200);
    assert.equal((await select(`http://127.0.0.1:${Number(port) + 1}`)).status, 403);
    assert.equal((await select('https://other.example')).status, 403);
    assert.equal((await select('null')).status, 403);
  });
});

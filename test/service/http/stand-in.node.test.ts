import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shopCatalogue } from './shop-catalogue.ts';
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
    assert.match(policy, /; require-trusted-types-for 'script'; trusted-types 'none'; /);
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

  it('says the manners of its account, where the catalogue has them', async (t) => {
    const shop = await openShop(t, { manners: 'shipped' });
    const mannersOf = async (accountId: string) => {
      const response = await fetch(shop.url + frameOf(accountId, ORIGIN));
      return /data-manners="(\w+)"/.exec(await response.text())?.[1];
    };
    await shop.sell({ ...shopCatalogue, standInManners: 'documented' });
    assert.deepEqual([await mannersOf('222'), await mannersOf('333')], ['documented', 'shipped']);
    await shop.sell(shopCatalogue);
    assert.equal(await mannersOf('222'), 'shipped');
  });

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

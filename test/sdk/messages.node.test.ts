import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CART_ITEM_UPDATED,
  LINK_NAVIGATION_REQUEST,
  listen,
  toLinkUrl,
  toWordOfMessage,
} from '../../src/sdk/index.ts';
import { buildCartItem, createScriptedLauncher, type Manners } from '../../src/testing/index.ts';

/** A selection of a launcher of these manners, as the page has it. */
async function select(manners: Manners) {
  const rokt = createScriptedLauncher({ manners });
  void rokt.launcher.selectPlacements({ attributes: {} });
  return rokt.nextSelection();
}

for (const manners of ['documented', 'shipped'] as const) {
  describe(`messages of a launcher whose manners are ${manners}`, () => {
    const parking = buildCartItem({ cartItemId: 'a:scripted', catalogItemId: 'parking', quantity: 2 });

    it('tell both states of an item', async () => {
      const selection = await select(manners);
      const words: unknown[] = [];
      listen(selection.on(CART_ITEM_UPDATED), new AbortController().signal, (event) =>
        words.push(toWordOfMessage(event)),
      );
      selection.shopperSets(parking);
      selection.shopperSets({ ...parking, quantity: 0, totalPrice: 0 });
      const old = manners === 'documented' ? parking : { ...parking, quantity: 0, totalPrice: 0 };
      assert.deepEqual(words, [
        { cartItem: parking, oldCartItem: null },
        { cartItem: null, oldCartItem: old },
      ]);
    });

    it('answer a wish under an id of an earlier impression', async () => {
      const selection = await select(manners);
      const words: unknown[] = [];
      listen(selection.on(CART_ITEM_UPDATED), new AbortController().signal, (event) =>
        words.push(toWordOfMessage(event)),
      );
      selection.offer([{ catalogItemId: 'parking', cartItemId: 'a:scripted' }]);
      const now = selection.renew('a:scripted');
      await selection.send('V2_UPDATE_CART_ITEM', { cartItemId: 'a:scripted', quantity: 1 });
      const [word] = words as [{ clearedId?: string; cartItem?: { cartItemId: string } }];
      assert.equal(words.length, 1);
      assert.deepEqual(
        [word.clearedId, word.cartItem?.cartItemId],
        manners === 'documented' ? [undefined, now] : ['a:scripted', undefined],
      );
    });

    it('ask for a link', async () => {
      const selection = await select(manners);
      const urls: string[] = [];
      listen(selection.on(LINK_NAVIGATION_REQUEST), new AbortController().signal, (event) =>
        urls.push(toLinkUrl(event)),
      );
      selection.requestLink('https://shop.example/terms');
      assert.deepEqual(urls, ['https://shop.example/terms']);
    });
  });
}

describe('toWordOfMessage', () => {
  it('names what is wrong, down from the event itself, and quotes nothing of it', () => {
    for (const [event, message] of [
      ['ann@shop.example', 'event: expected an object, got string'],
      [{}, 'body: expected an object, got undefined'],
      [{ body: 'ann@shop.example' }, 'body: expected an object, got string'],
    ] as const) {
      assert.throws(() => toWordOfMessage(event), { name: 'TypeError', message });
    }
  });
});

describe('toLinkUrl', () => {
  const base = 'https://shop.example/checkout/';

  it('finds the URL in the body or on the event, as versions differ', () => {
    assert.equal(toLinkUrl({ body: { url: 'https://a.example/' } }), 'https://a.example/');
    assert.equal(toLinkUrl({ url: 'https://b.example/' }), 'https://b.example/');
    assert.equal(toLinkUrl({ body: {}, url: 'https://b.example/' }), 'https://b.example/');
  });

  it('takes http and https, in any case and relative to the page', () => {
    for (const url of [
      'http://a.example',
      'HTTPS://a.example',
      '/terms',
      '?a=1',
      '//a.example/b',
      ' https://a.example ',
    ]) {
      assert.equal(toLinkUrl({ url }, base), url);
    }
  });

  for (const url of [
    'javascript:alert("ann@shop.example")',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0000\u001fjavascript:alert(1)',
    'java\tscript:alert(1)',
    'java\r\nscript:alert(1)',
    'javascript\n:alert(1)',
    'vbscript:ann@shop.example',
    'data:text/html,<script>alert(1)</script>',
    '\tDATA:text/html,ann@shop.example',
    'blob:https://shop.example/ann@shop.example',
    'file:///etc/passwd',
    'about:blank',
    'mailto:ann@shop.example',
    'view-source:https://shop.example',
    'filesystem:https://shop.example/',
    'https://',
    3,
    ['javascript:alert(1)'],
    { toString: () => 'https://a.example' },
  ]) {
    it(`refuses ${JSON.stringify(url)}, and does not quote it`, () => {
      for (const event of [{ url }, { body: { url } }]) {
        assert.throws(() => toLinkUrl(event, base), {
          name: 'TypeError',
          message: 'url: expected an http or https link',
        });
      }
    });
  }

  it('refuses an event without one, and a relative one where there is no page', () => {
    for (const event of [
      null,
      'https://a.example',
      {},
      { body: null },
      { body: 'https://a.example' },
      { url: '/terms' },
    ]) {
      assert.throws(() => toLinkUrl(event), { name: 'TypeError' });
    }
  });
});

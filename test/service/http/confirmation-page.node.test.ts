import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import type { CatalogueFile } from '../../../src/service/catalogue/catalogue-file.ts';
import { inBytes, talk } from '../support/talk.ts';
import { buyOne } from './buy-one.ts';
import { openShop, type Shop } from './shop.ts';
import { shopCatalogue } from './shop-catalogue.ts';

/** What browsers send when a shopper follows a link. */
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

/** A shop whose parking is called, sold by and priced as told. */
async function openWith(t: Parameters<typeof openShop>[0], item: object, more: object = {}): Promise<Shop> {
  const catalogue = structuredClone<CatalogueFile>(shopCatalogue);
  const [placement] = catalogue.placements;
  const [offer] = placement!.offers;
  placement!.offers = [{ ...offer!, ...more, cartItem: { ...offer!.cartItem, ...item } }];
  return openShop(t, { catalogue });
}

async function pageOf(shop: Shop, accept = BROWSER) {
  const bought = await buyOne(shop);
  const response = await fetch(bought.itemConfirmationUrl, { headers: { accept } });
  return { bought, response, text: await response.text() };
}

describe('the page of what was bought', () => {
  it('says what, how many, for how much, and that it is confirmed', async (t) => {
    const { bought, response, text } = await pageOf(await openWith(t, {}, { seller: 'Sold by Garages' }));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    for (const words of [
      'Garage parking',
      'Sold by Garages',
      'Confirmed',
      '$35.10',
      bought.itemConfirmationId,
    ])
      assert.ok(text.includes(words), words);
    assert.match(text, /^<!doctype html>\s*<html lang="en">/);
    assert.match(text, /<meta name="viewport" content="width=device-width, initial-scale=1"/);
  });

  it('says later that it was cancelled', async (t) => {
    const shop = await openShop(t);
    const { bought } = await pageOf(shop);
    const { itemReservationId } = bought;
    assert.equal((await shop.call('/v1/confirmation/cancel', { itemReservationId })).status, 200);
    const text = await (await fetch(bought.itemConfirmationUrl, { headers: { accept: BROWSER } })).text();
    assert.match(text, /Cancelled/);
    assert.doesNotMatch(text, /Confirmed/);
  });

  it('shows a price with the decimals of its currency', async (t) => {
    for (const [currency, unitPrice, shown] of [
      ['JPY', 3510, '¥3,510'],
      ['KWD', 3.5, 'KWD\u00a03.500'],
      ['RSD', 499, 'RSD\u00a0499.00'],
    ] as const) {
      const { text } = await pageOf(await openWith(t, { currency, unitPrice }));
      assert.ok(text.includes(shown), `${shown}: ${text}`);
    }
  });

  it('is text, whatever a catalogue says', async (t) => {
    const name = `<script>alert("1")</script>&amp;'><img src=x onerror=alert(2)>\u202e\u0007`;
    const { text } = await pageOf(await openWith(t, { name }, { seller: '</title><b>"' }));
    assert.doesNotMatch(text, /<script|<img|<b>|\u202e|\p{Cc}(?<!\n)/u);
    assert.ok(text.includes('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;&#39;&gt;'), text);
  });

  it('runs nothing, loads nothing, sits in no frame and tells nobody where it is', async (t) => {
    const { response, text } = await pageOf(await openShop(t));
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(text) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    assert.deepEqual(response.headers.get('content-security-policy')?.split('; ').sort(), [
      "base-uri 'none'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      `style-src 'sha256-${hash}'`,
    ]);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(response.headers.get('x-robots-tag'), 'noindex');
    assert.doesNotMatch(text, / style="|<link|<a |https?:/);
  });

  it('names a product that is sold no more by its SKU', async (t) => {
    const shop = await openShop(t);
    const { bought } = await pageOf(shop);
    await shop.sell({ accountId: '222', placements: [] });
    const text = await (await fetch(bought.itemConfirmationUrl, { headers: { accept: BROWSER } })).text();
    assert.ok(text.includes('parking-a'));
  });
});

describe('what was bought is', () => {
  for (const accept of [
    BROWSER,
    'text/html',
    'TEXT/HTML;charset=utf-8',
    'application/json;q=0.5, text/html;q=0.6',
  ])
    it(`a page to who accepts ${accept}`, async (t) => {
      const { response } = await pageOf(await openShop(t), accept);
      assert.match(response.headers.get('content-type')!, /^text\/html/);
      assert.equal(response.headers.get('vary'), 'accept, accept-language');
    });

  for (const accept of [
    '*/*',
    'application/json',
    'application/json, text/html',
    'text/html;q=0',
    'text/html;q=0.1, application/json;q=0.2',
    'text/*',
    'image/png',
    'text/html;q=x',
    'text/htmlx',
    '',
  ])
    it(`JSON to who accepts ${JSON.stringify(accept)}`, async (t) => {
      const { response, text } = await pageOf(await openShop(t), accept);
      assert.match(response.headers.get('content-type')!, /^application\/json/);
      assert.equal(response.headers.get('vary'), 'accept, accept-language');
      assert.equal((JSON.parse(text) as { catalogItemId: string }).catalogItemId, 'parking-a');
    });

  it('a head alone to who asks for it', async (t) => {
    const shop = await openShop(t);
    const { itemConfirmationId } = await buyOne(shop);
    const bytes = inBytes(`HEAD /confirmations/${itemConfirmationId}`, ['Host: a', `Accept: ${BROWSER}`]);
    const { status, head, text } = await talk(shop.url, bytes);
    assert.deepEqual([status, text], [200, '']);
    assert.match(head, /^content-type: text\/html/im);
  });

  it('not there under another id, in the contract’s shape', async (t) => {
    const { url } = await openShop(t);
    const path = '/confirmations/0199f3a4-0000-7000-8000-000000000000';
    const response = await fetch(url + path, { headers: { accept: BROWSER } });
    assert.equal(response.status, 404);
    assert.match(await response.text(), /"code":"not-found"/);
  });
});

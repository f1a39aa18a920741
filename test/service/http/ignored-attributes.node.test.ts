import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LIMITS, SelectionAnswer as SelectionSchema } from '../../../src/contract/index.ts';
import type { SelectionAnswer } from '../../../src/contract/wire.ts';
import { compile } from '../../contract/compile.ts';
import { openShop, ORIGIN, type Shop } from './shop.ts';
import { shopCatalogue } from './shop-catalogue.ts';

const faultsOf = compile(SelectionSchema);

/** A shop with one offer, for who comes with `attributes`. */
async function openFor(t: Parameters<typeof openShop>[0], attributes: Record<string, string>) {
  const [first] = shopCatalogue.placements;
  const offers = first!.offers.slice(0, 1).map((offer) => ({ ...offer, targeting: { attributes } }));
  return openShop(t, { catalogue: { ...shopCatalogue, placements: [{ ...first!, offers }] } });
}

/** What a selection with these attributes, as JSON, ignores, and how many offers it holds. */
async function ask(shop: Shop, attributes: string) {
  const body = `{"accountId":"222","attributes":${attributes}}`;
  const { status, text, body: answer } = await shop.send('/v1/selections', body, { origin: ORIGIN });
  assert.equal(status, 200, text);
  assert.deepEqual(faultsOf(answer), []);
  const { ignored, placements } = answer as SelectionAnswer;
  return { ignored, count: placements.flatMap(({ offers }) => offers).length };
}

const long = (length: number) => 'x'.repeat(length);
const name129 = 'n'.repeat(LIMITS.attributeNameLength + 1);

describe('an attribute that cannot be used costs nobody the offers, and is named:', () => {
  for (const [what, odd, ignored] of [
    ['a number', '{"age":41}', [{ name: 'age', reason: 'unreadable' }]],
    [
      'a number beyond all',
      '{"age":1e309,"n":-9007199254740993}',
      [
        { name: 'age', reason: 'unreadable' },
        { name: 'n', reason: 'unreadable' },
      ],
    ],
    [
      'null and a list',
      '{"a":null,"b":["x"]}',
      [
        { name: 'a', reason: 'unreadable' },
        { name: 'b', reason: 'unreadable' },
      ],
    ],
    [
      'an endless text',
      `{"a":"${long(LIMITS.attributeValueLength + 1)}"}`,
      [{ name: 'a', reason: 'too-long' }],
    ],
    ['an endless name', `{"${name129}":"x"}`, [{ name: name129.slice(1), reason: 'too-long' }]],
    ['half a character', '{"a":"x\\ud83d"}', [{ name: 'a', reason: 'broken-text' }]],
    ['the other half', '{"a":"\\ude00x"}', [{ name: 'a', reason: 'broken-text' }]],
    ['NUL', '{"a":"\\u0000"}', [{ name: 'a', reason: 'broken-text' }]],
    [
      'half a character in a name',
      '{"a\\ud83d":"x","b\\u0000":"x"}',
      [
        { name: 'a\ufffd', reason: 'broken-text' },
        { name: 'b\ufffd', reason: 'broken-text' },
      ],
    ],
    ['attributes that are none', '[1]', [{ name: 'attributes', reason: 'unreadable' }]],
    ['attributes that are a text', '"country=US"', [{ name: 'attributes', reason: 'unreadable' }]],
    ['attributes that are null', 'null', [{ name: 'attributes', reason: 'unreadable' }]],
  ] as const)
    it(what, async (t) => {
      const shop = await openShop(t);
      const answer = await ask(shop, odd);
      assert.deepEqual(answer, { ignored, count: 3 });
    });

  it('more than a hundred, of which the first hundred count', async (t) => {
    const shop = await openFor(t, { n99: 'x' });
    const many = Object.fromEntries(Array.from({ length: 103 }, (_, index) => [`n${index}`, 'x']));
    const { ignored, count } = await ask(shop, JSON.stringify(many));
    assert.deepEqual(
      ignored,
      ['n100', 'n101', 'n102'].map((name) => ({ name, reason: 'too-many' })),
    );
    assert.equal(count, 1);
    assert.equal((await ask(await openFor(t, { n100: 'x' }), JSON.stringify(many))).count, 0);
  });

  it('and the list of them is bounded', async (t) => {
    const shop = await openShop(t);
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`n${index}`, 1]));
    assert.equal((await ask(shop, JSON.stringify(many))).ignored?.length, 100);
  });
});

describe('what is left of an attribute counts:', () => {
  it('a text without its halves', async (t) => {
    const shop = await openFor(t, { country: 'US' });
    assert.equal((await ask(shop, '{"country":"U\\ud83dS\\u0000"}')).count, 1);
  });

  it('the beginning of an endless one, whole characters of it', async (t) => {
    const kept = `${long(LIMITS.attributeValueLength - 1)}\u{1f600}`;
    const shop = await openFor(t, { a: kept });
    assert.equal((await ask(shop, JSON.stringify({ a: `${kept}y` }))).count, 1);
  });

  it('the others beside it', async (t) => {
    const shop = await openFor(t, { country: 'US' });
    const { ignored, count } = await ask(shop, '{"age":41,"country":"US","face":"\\ud83d\\ude00"}');
    assert.deepEqual([ignored, count], [[{ name: 'age', reason: 'unreadable' }], 1]);
  });
});

describe('a selection of which all can be used', () => {
  it('says nothing of what it ignores', async (t) => {
    const shop = await openShop(t);
    const { text } = await shop.send(
      '/v1/selections',
      { accountId: '222', attributes: { a: '' } },
      { origin: ORIGIN },
    );
    assert.doesNotMatch(text, /ignored/);
  });

  it('is refused NUL and half a character where they are no attribute', async (t) => {
    const shop = await openShop(t);
    for (const [path, body] of [
      ['/identifier', '{"accountId":"222","identifier":"a\\u0000"}'],
      ['/accountId', '{"accountId":"222\\ud83d"}'],
      ['/other', '{"accountId":"222","other":9007199254740993}'],
    ] as const) {
      const { status, text } = await shop.send('/v1/selections', body, { origin: ORIGIN });
      assert.equal(status, 400);
      assert.ok(text.includes(`"path":"${path}"`), text);
    }
  });

  it('names an attribute twice at its peril', async (t) => {
    const shop = await openShop(t);
    const body = '{"accountId":"222","attributes":{"a":"1","a":"2"}}';
    assert.equal((await shop.send('/v1/selections', body, { origin: ORIGIN })).status, 400);
  });
});

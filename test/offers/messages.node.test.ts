import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { english, type OfferMessages } from '../../src/offers/messages.ts';
import { arabic } from '../../src/offers/messages/ar.ts';
import { german } from '../../src/offers/messages/de.ts';
import { spanish } from '../../src/offers/messages/es.ts';
import { french } from '../../src/offers/messages/fr.ts';
import { japanese } from '../../src/offers/messages/ja.ts';
import { languageFit } from '../../src/offers/messages/language-fit.ts';

const languages: Readonly<Record<string, OfferMessages>> = {
  en: english,
  de: german('de'),
  fr: french('fr'),
  es: spanish('es'),
  ja: japanese('ja'),
  ar: arabic('ar'),
};

type Text = (...given: unknown[]) => string;

/** Every text of a language as it is said of 3 and 4, by its name. */
function textsOf(messages: OfferMessages): ReadonlyMap<string, string> {
  const texts = Object.entries(messages).map(([name, text]) => {
    const given = { announceHeld: ['{name}', 3, '{total}'], nowFollows: [3, '{total}'] }[name] ?? [3, 4];
    return [name, typeof text === 'function' ? (text as Text)(...given) : (text as string)] as const;
  });
  return new Map(texts.filter(([name]) => name !== 'direction'));
}

describe('the texts of the offers', () => {
  const all = Object.entries(languages).map(([tag, messages]) => [tag, textsOf(messages)] as const);

  for (const [tag, texts] of all) {
    it(`are all there in ${tag}, and say what they are given`, () => {
      assert.deepEqual([...texts.keys()].sort(), [...textsOf(english).keys()].sort());
      for (const [name, text] of texts) {
        assert.ok(text.trim().length > 0, name);
        assert.ok(!/undefined|NaN|#/.test(text), `${name}: ${text}`);
        const given = ['{name}', '{total}'].filter((part) => textsOf(english).get(name)?.includes(part));
        for (const part of given) assert.ok(text.includes(part), `${name}: ${text}`);
      }
    });
  }

  it('are in no two languages the same, so none was left untranslated', () => {
    const owners = new Map<string, string>();
    for (const [tag, texts] of all)
      for (const [name, text] of texts) {
        // A name in a sentence of its own is the same in many languages; none of ours is.
        const owner = owners.get(text) ?? tag;
        assert.equal(owner, tag, `${name} is “${text}” in ${owner} and in ${tag}`);
        owners.set(text, tag);
      }
  });

  it('are short: none of a button has more than three words', () => {
    const buttons = ['decline', 'showAgain', 'remove', 'undo', 'keep'] as const;
    for (const [tag, messages] of Object.entries(languages))
      for (const button of buttons)
        assert.ok(messages[button].split(' ').length <= 3, `${tag}: ${messages[button]}`);
  });

  it('count in Arabic by all six of its plurals', () => {
    const held = [0, 1, 2, 3, 11, 100].map((count) => languages['ar']!.announceHeld('س', count, 'ص'));
    assert.deepEqual(held, [
      'س: لا عناصر في طلبك، ص',
      'س: عنصر واحد في طلبك، ص',
      'س: عنصران في طلبك، ص',
      'س: 3 عناصر في طلبك، ص',
      'س: 11 عنصرًا في طلبك، ص',
      'س: 100 عنصر في طلبك، ص',
    ]);
  });

  it('count in the digits of the page’s own region', () => {
    assert.match(arabic('ar-EG').announceHeld('س', 3, 'ص'), /٣ عناصر/);
    assert.match(german('de-CH-u-nu-fullwide').range(1, 4), /１ bis ４/);
  });

  it('tell one from many in French and in Spanish', () => {
    assert.deepEqual(
      [1, 2].flatMap((count) => [french('fr').atMaximum(count), spanish('es').atMaximum(count)]),
      [
        '1 article au maximum par commande',
        'Máximo 1 unidad por pedido',
        '2 articles au maximum par commande',
        'Máximo 2 unidades por pedido',
      ],
    );
  });
});

describe('how well a language suits a page', () => {
  for (const [tag, lang, fit] of [
    ['de', 'de', 3],
    ['de', 'de-DE', 3],
    ['de', 'de-CH', 2],
    ['de', 'de_CH', 2],
    ['de', 'DE-ch', 2],
    ['de-AT', 'de-CH', 1],
    ['de', 'nl', 0],
    ['pt-BR', 'pt', 3],
    ['pt-BR', 'pt-PT', 1],
    ['pt-BR', 'pt-BR-u-nu-latn', 3],
    ['zh-Hant', 'zh-TW', 3],
    ['zh-Hant', 'zh-Hant-HK', 2],
    ['zh-Hant', 'zh', 0],
    ['zh', 'zh-Hant', 0],
    ['zh', 'zh-SG', 2],
    ['sr-Latn', 'sr', 0],
    ['es', 'es-419', 2],
    ['ar', 'ar-EG', 3],
    ['ja', '', 0],
    ['ja', 'japanese please', 0],
  ] as const)
    it(`is ${fit} for ${tag} on a page in “${lang}”`, () => {
      assert.equal(languageFit(tag, lang), fit);
    });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isPlainJson } from '../../../src/service/http/plain-json.ts';
import { jsonFaults } from '../../../src/service/http/strict-json.ts';

const isPlain = (text: string) => isPlainJson(text, JSON.parse(text));

/** JSON with what a parser passes over: few names, so that some come twice, and numbers and escapes of all kinds. */
const { json } = fc.letrec<{ json: string }>((tie) => {
  const name = fc.constantFrom('"a"', '"b"', '"a:"', '"\\u0061"', '"}"');
  const number = fc.constantFrom(
    '1',
    '-0',
    '9007199254740991',
    '9007199254740993',
    '1e309',
    '-1e309',
    '2.5e3',
  );
  const text = fc.constantFrom('"x"', '":"', '"{,}"', '"\\""', '"\\u0000"', '"\\ud800"', '"é😀"', '""');
  const field = fc.tuple(name, tie('json')).map(([one, value]) => `${one} : ${value}`);
  const within = { maxLength: 4 };
  return {
    json: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.oneof(number, text, fc.constantFrom('true', 'null')),
      fc.array(tie('json'), within).map((items) => `[${items.join(' , ')}]`),
      fc.array(field, within).map((fields) => `{ ${fields.join(',')} }`),
    ),
  };
});

describe('plain JSON', () => {
  it('has no fault that is found token by token', (t) => {
    const seen = { plain: 0, other: 0 };
    fc.assert(
      fc.property(json, (text) => {
        const plain = isPlain(text);
        seen[plain ? 'plain' : 'other']++;
        assert.ok(!plain || jsonFaults(text, new Set(), 1).length === 0, text);
      }),
      { numRuns: 20_000 },
    );
    t.diagnostic(JSON.stringify(seen));
    assert.ok(seen.plain > 1_000 && seen.other > 1_000, JSON.stringify(seen));
  });

  it('is what calls send', () => {
    const body = { cartId: 'c:1', items: [{ cartItemId: 'a', quantity: 1 }], attributes: { 'a:b': '{"' } };
    assert.equal(isPlain(JSON.stringify({ ...body, attributes: { 'a:b': '{,}' } })), true);
    assert.equal(isPlain(JSON.stringify(body)), false, 'with an escape it is read token by token');
  });

  it('is told in a moment however deep a body is', () => {
    const deep = 32_000;
    assert.equal(isPlain('['.repeat(deep) + ']'.repeat(deep)), false);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalJson } from '../../src/model/index.ts';

describe('canonicalJson', () => {
  it('is the same for the same fields in another order, all the way down', () => {
    const one = { b: [{ d: 1, c: 2 }], a: new Date(0) };
    const other = { a: new Date(0), b: [{ c: 2, d: 1 }] };
    assert.equal(canonicalJson(one), canonicalJson(other));
    assert.notEqual(canonicalJson({ a: [1, 2] }), canonicalJson({ a: [2, 1] }));
  });

  it('has none of what JSON cannot hold', () => {
    assert.equal(canonicalJson({ big: 1n }), undefined);
  });

  it('goes round in a cycle at most once', () => {
    let looks = 0;
    const cycle = {
      get looked() {
        looks += 1;
        return looks;
      },
      self: {},
    };
    cycle.self = cycle;
    assert.equal(canonicalJson(cycle), undefined);
    assert.equal(looks, 1);
  });
});

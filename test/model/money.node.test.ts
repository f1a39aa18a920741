import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { minorUnitDigits, toMajorUnits, toMinorUnits } from '../../src/model/index.ts';

describe('toMinorUnits', () => {
  for (const [price, currency, minor] of [
    [35.1, 'USD', 3510],
    [1.005, 'USD', 101],
    [0.285, 'EUR', 29],
    [19.99, 'GBP', 1999],
    [500, 'JPY', 500],
    [499.5, 'JPY', 500],
    [1.2345, 'KWD', 1235],
    [-1.005, 'USD', -101],
    [0, 'USD', 0],
    [-0.001, 'USD', 0],
    [1e-7, 'USD', 0],
    [1e21, 'USD', 1e23],
  ] as const) {
    it(`makes ${price} ${currency} ${minor}`, () => {
      assert.ok(Object.is(toMinorUnits(price, currency), minor));
    });
  }

  it('goes back and forth without loss for every amount of two decimals up to 100', () => {
    for (let minor = 0; minor <= 10_000; minor++) {
      assert.equal(toMinorUnits(toMajorUnits(minor, 'USD'), 'USD'), minor);
    }
  });

  it('names what is wrong with a price or a currency', () => {
    assert.throws(() => toMinorUnits(Infinity, 'USD'), {
      name: 'RangeError',
      message: 'price: expected a finite number, got Infinity',
    });
    assert.throws(() => toMinorUnits(1, 'dollars'), {
      name: 'RangeError',
      message: 'currency: expected an ISO 4217 code such as "USD", got "dollars"',
    });
  });

  it('knows each currency’s own minor unit', () => {
    assert.deepEqual(['USD', 'JPY', 'KWD', 'usd'].map(minorUnitDigits), [2, 0, 3, 2]);
  });
});

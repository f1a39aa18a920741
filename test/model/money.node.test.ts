import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  hasMinorUnit,
  minorUnitDigits,
  priceFault,
  toMajorUnits,
  toMinorUnits,
} from '../../src/model/index.ts';

/** ISO's own list one, as the package keeps it: what its JavaScript makes 0 is `N.A.` there. */
const listOne = readFileSync(new URL(import.meta.resolve('currency-codes/iso-4217-list-one.xml')), 'utf8');
const currencies = new Map(
  Array.from(
    listOne.matchAll(/<Ccy>(\w+)<\/Ccy>\s*<CcyNbr>\d+<\/CcyNbr>\s*<CcyMnrUnts>([^<]+)</g),
    ([, code, digits]) => [String(code), String(digits)] as const,
  ),
);

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

  it('rounds by the table and not by what cash there is', () => {
    assert.deepEqual(
      ['HUF', 'IDR', 'COP', 'PKR', 'RSD', 'IQD'].map((currency) => toMinorUnits(1990.5, currency)),
      [199050, 199050, 199050, 199050, 199050, 1990500],
    );
  });
});

describe('the minor unit', () => {
  it('is known of the whole of ISO 4217', () => {
    assert.ok(currencies.size > 170, String(currencies.size));
    assert.deepEqual(new Set(currencies.values()), new Set(['0', '2', '3', '4', 'N.A.']));
  });

  for (const [code, digits] of currencies) {
    it(`of ${code} has ${digits} decimals`, () => {
      for (const written of [code, code.toLowerCase()]) {
        assert.equal(hasMinorUnit(written), digits !== 'N.A.');
        if (digits !== 'N.A.') assert.equal(minorUnitDigits(written), Number(digits));
      }
    });
  }

  it('is a hundredth for codes that came later, or that the list has dropped', () => {
    assert.deepEqual(['XCG', 'XAD', 'HRK', 'ABC'].map(minorUnitDigits), [2, 2, 2, 2]);
  });

  it('is none of gold, and of no code by another name', () => {
    assert.throws(() => minorUnitDigits('XAU'), {
      name: 'RangeError',
      message: 'currency: expected one with a minor unit, got "XAU"',
    });
    for (const wrong of ['', 'US', 'USDX', 'F C', '   ', 'JPY ', ' CLP', '٣٣٣'])
      assert.throws(() => minorUnitDigits(wrong), /^RangeError: currency: expected an ISO 4217 code/);
  });
});

describe('a price', () => {
  for (const [price, currency, fault] of [
    [35.1, 'USD', null],
    [0, 'JPY', null],
    [1.234, 'KWD', null],
    [1990.5, 'HUF', null],
    [-0.01, 'USD', null],
    [90071992547409.91, 'USD', null],
    [1.5, 'JPY', 'whole minor units of JPY (0 decimals)'],
    [0.1 + 0.2, 'USD', 'whole minor units of USD (2 decimals)'],
    [1.2345, 'KWD', 'whole minor units of KWD (3 decimals)'],
    [1e-7, 'USD', 'whole minor units of USD (2 decimals)'],
    [5e-324, 'USD', 'whole minor units of USD (2 decimals)'],
    [1e308, 'USD', 'no more than 2 ** 53 minor units'],
    [1e14, 'USD', 'no more than 2 ** 53 minor units'],
    [Infinity, 'USD', 'no more than 2 ** 53 minor units'],
    [NaN, 'USD', 'no more than 2 ** 53 minor units'],
  ] as const) {
    it(`of ${price} ${currency} is ${fault === null ? 'sound' : `refused: it has to be ${fault}`}`, () => {
      assert.equal(priceFault(price, currency), fault);
    });
  }
});

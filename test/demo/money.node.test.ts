import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createMoney } from '../../demo/money.js';
import { minorUnitDigits, toMinorUnits } from '../../src/model/index.ts';

const stories = new URL('../../demo/stories/', import.meta.url);

describe('the money of the demo', () => {
  for (const file of readdirSync(stories))
    it(`has the decimals of ISO 4217 in ${file}`, () => {
      const story = JSON.parse(readFileSync(new URL(file, stories), 'utf8')) as {
        readonly currency: string;
        readonly digits: number;
      };
      assert.equal(story.digits, minorUnitDigits(story.currency));
    });

  for (const [currency, price, text] of [
    ['USD', 35.1, '35.10'],
    ['JPY', 500, '500'],
    ['IQD', 1.25, '1.250'],
  ] as const)
    it(`is in the pages what it is in the back end: ${price} ${currency}`, () => {
      const { toMinor, toDecimal, format } = createMoney(currency, minorUnitDigits(currency));
      const minor = toMinor(price);
      assert.equal(minor, toMinorUnits(price, currency));
      assert.equal(toDecimal(minor), text);
      assert.ok(format(minor).endsWith(text), format(minor));
    });
});

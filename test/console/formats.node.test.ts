import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { price } from '../../src/console/formats.ts';

describe('a price in the console', () => {
  for (const [amount, currency, text] of [
    [70, 'USD', '70.00 USD'],
    [1_100, 'JPY', '1,100 JPY'],
    [1.5, 'KWD', '1.500 KWD'],
    [1_200.5, 'HUF', '1,200.50 HUF'],
  ] as const) {
    it(`of ${amount} ${currency} is ${text}`, () => assert.equal(price(amount, currency), text));
  }
});

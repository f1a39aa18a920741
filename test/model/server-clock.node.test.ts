import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clockOf, retryAfterOf } from '../../src/model/index.ts';

const SECOND = 1000;

describe('what is read in Retry-After', () => {
  const now = Date.parse('2016-12-31T23:59:50Z');
  const waitOf = (headers: Record<string, string>) =>
    retryAfterOf(new Headers(headers), clockOf(new Headers(headers), now));
  const dated = (seconds: number) => new Date(now + seconds * SECOND).toUTCString();

  for (const [value, seconds] of [
    ['120', 120],
    ['1.5', 1.5],
    ['5, 20', 20],
    ['20,5', 20],
    ['10s', 10],
    ['10 seconds', 10],
    ['PT10S', 10],
    ['5-10', 10],
    [dated(7), 7],
    [`${dated(7)}, ${dated(9)}`, 9],
    ['Sat, 31 Dec 2016 23:59:60 GMT', 10],
    ['Sunday, 01-Jan-17 00:00:00 GMT', 10],
    ['Sun Jan  1 00:00:00 2017', 10],
    [dated(-7), 0],
    ['Wed, 99 Foo 2026 77:88:99 GMT', 0],
    ['soon', 0],
    ['-5', 0],
    ['', 0],
  ] as const)
    it(`is ${seconds} s where it says ${JSON.stringify(value)}`, () =>
      assert.equal(waitOf({ 'retry-after': value }), seconds * SECOND));

  it('is less what the answer was kept on its way', () => {
    const after = (age: string) => waitOf({ 'retry-after': '10', age }) / SECOND;
    assert.deepEqual(
      [after(''), after('4'), after('4, 6'), after('11'), after('-4'), after('old')],
      [10, 6, 4, 0, 10, 10],
    );
  });
});

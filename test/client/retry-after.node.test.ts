import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../support/until.ts';
import { json, refuse } from './open-server.ts';
import { clientOf, errorOf, holdTime, inTimeZone, reserveBody, reserved, session, setUp } from './set-up.ts';

const time = holdTime();

/** The server's clock, an hour slow: only the difference of its own two dates counts. */
const serverNow = Math.floor(Date.now() / 1000) * 1000 - 3_600_000;
const at = (seconds: number) => new Date(serverNow + seconds * 1000).toUTCString();
const date = at(0);

/** How long the client waits after a refusal with these headers, ms: what was asked for, and up to 100 at random. */
async function delayAfter(headers: Record<string, string>): Promise<number> {
  const { client, told } = await setUp([refuse(429, 'rate-limited', headers), json(reserved)]);
  const answered = client.cart.reserve(reserveBody, session);
  await until(() => told.retries.length === 1);
  const { delay } = told.retries[0]!;
  await time.pass(delay);
  assert.deepEqual((await answered).items, reserved.items);
  return delay;
}

const leap = { date: 'Sat, 31 Dec 2016 23:59:50 GMT' };
const old = { date: 'Sun, 06 Nov 1994 08:49:37 GMT' };

describe('Retry-After', () => {
  for (const [what, value, seconds, headers] of [
    ['seconds', '1', 1],
    ['seconds between spaces', ' 2 ', 2],
    ['parts of a second', '1.5', 1.5],
    ['a date of the server’s clock', at(1), 1, { date }],
    ['seconds that a proxy has doubled', '5, 5', 5],
    ['two numbers of two proxies', '5, 20', 20],
    ['two numbers of two proxies, the larger first', '20,5', 20],
    ['a date that a proxy has doubled', `${at(7)}, ${at(7)}`, 7, { date }],
    ['two dates', `${at(7)}, ${at(9)}`, 9, { date }],
    ['seconds and a date', `3, ${at(9)}`, 9, { date }],
    ['a unit', '10s', 10],
    ['a unit in words', '10 seconds', 10],
    ['a duration as ISO 8601 has it', 'PT10S', 10],
    ['a range', '5-10', 10],
    ['a parameter', '10; comment=retry', 10],
    ['second 60', 'Sat, 31 Dec 2016 23:59:60 GMT', 10, leap],
    ['second 60 twice', 'Sat, 31 Dec 2016 23:59:60 GMT, Sat, 31 Dec 2016 23:59:60 GMT', 10, leap],
    ['a date with two digits for the year', 'Sunday, 06-Nov-94 08:49:47 GMT', 10, old],
    ['a date without a zone', 'Sun Nov  6 08:49:47 1994', 10, old],
    ['seconds of an answer that was kept on its way', '10', 6, { age: '4' }],
    ['seconds with an Age that a proxy has doubled', '10', 6, { age: '4, 4' }],
    ['a date of an answer that was kept on its way', at(10), 6, { date, age: '4' }],
    ['seconds with an Age below 0', '10', 10, { age: '-4' }],
    ['seconds with an Age that is none', '10', 10, { age: 'old' }],
  ] as [string, string, number, Record<string, string>?][]) {
    it(`is understood as ${what}`, async (t) => {
      t.after(inTimeZone('Asia/Kolkata'));
      const delay = await delayAfter({ ...headers, 'retry-after': value });
      assert.ok(delay >= seconds * 1000 && delay <= seconds * 1000 + 100, String(delay));
    });
  }

  for (const [what, value, headers] of [
    ['a word', 'soon'],
    ['a number below 0', '-5'],
    ['nothing to wait', '0'],
    ['a comma', ','],
    ['a time that is over', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['a date that is none', 'Wed, 99 Foo 2026 77:88:99 GMT'],
    ['seconds that are over on arrival', '10', { age: '11' }],
    ['a date that is over on arrival', at(10), { date, age: '11' }],
  ] as [string, string, Record<string, string>?][]) {
    it(`leaves the usual back-off when it is ${what}`, async () => {
      const delay = await delayAfter({ ...headers, 'retry-after': value });
      assert.ok(delay >= 0 && delay <= 100, String(delay));
    });
  }

  it('holds the next request back for just as long', async () => {
    const { client, received, told } = await setUp([
      refuse(503, 'unavailable', { 'retry-after': '1, 1' }),
      json(reserved),
    ]);
    const answered = client.cart.reserve(reserveBody, session);
    await until(() => told.retries.length === 1);
    await time.pass(told.retries[0]!.delay - 1);
    assert.equal(received.length, 1);
    await time.pass(1);
    await answered;
    assert.equal(received.length, 2);
  });

  for (const [what, value, options] of [
    ['its cap', '31', { totalTimeout: Infinity }],
    ['its cap, with all the digits there are', '9'.repeat(400), { totalTimeout: Infinity }],
    ['what is left of the total', '6', { totalTimeout: 5_000 }],
    ['what is left of the total, doubled by a proxy', '6, 6', { totalTimeout: 5_000 }],
  ] as const) {
    it(`is told at once beyond ${what}`, async () => {
      const { client, told } = await setUp([refuse(429, 'rate-limited', { 'retry-after': value })], options);
      const error = await errorOf(client.cart.reserve(reserveBody, session));
      assert.deepEqual([error.code, error.attempts, told.retries.length], ['rate-limited', 1, 0]);
    });
  }

  it('of 8,000 numbers is read', async () => {
    const headers = new Map([['retry-after', '1 '.repeat(8_000)]]);
    const answer = { status: 429, headers: { get: (name: string) => headers.get(name) ?? null } };
    const { client, told } = clientOf('https://upsells.example', {
      fetch: () => Promise.resolve({ ...answer, text: () => Promise.resolve('') }),
      totalTimeout: 2_000,
      retries: 1,
    });
    const failed = errorOf(client.cart.reserve(reserveBody, session));
    await until(() => told.retries.length === 1);
    await time.pass(told.retries[0]!.delay);
    assert.equal((await failed).attempts, 2);
  });
});

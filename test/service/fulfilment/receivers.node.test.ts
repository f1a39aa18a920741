import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { until } from '../../support/until.ts';
import { openOutbox } from '../support/outbox.ts';
import { type Mood, startProvider } from '../support/provider.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** An outbox with two receivers; the garage does as it is told. */
async function setUp(t: TestContext, mood: Mood) {
  const [garage, tickets] = await Promise.all([startProvider(), startProvider()]);
  t.after(() => [garage, tickets].forEach((provider) => provider.stop()));
  garage.be(mood);
  return { garage, tickets, ...(await openOutbox(t, { garage, tickets })) };
}

describe('a receiver that fails', () => {
  it('is asked a few times, and then left alone, however much waits for it', async (t) => {
    const { garage, sell, pass, rows } = await setUp(t, 'refuses');
    await sell('garage', 60);
    await pass(0);
    assert.ok(garage.attempts <= 12, `${garage.attempts} attempts`);
    const untouched = (await rows('garage')).filter((row) => row['attempts'] === 0);
    assert.ok(untouched.length >= 48, 'those that were not sent have lost no attempt');
  });

  it('is asked by one message at a time, at ever longer intervals, until it takes one: then it is told all', async (t) => {
    const { garage, sell, pass, rows } = await setUp(t, 'refuses');
    await sell('garage', 60);
    await pass(0);
    const intervals: number[] = [];
    for (let waited = 1; intervals.length < 8; waited++) {
      const before = garage.attempts;
      await pass(SECOND);
      assert.ok(garage.attempts <= before + 1, 'one at a time');
      if (garage.attempts === before) continue;
      intervals.push(waited);
      waited = 0;
    }
    const usual = [10, 20, 40, 80, 160, 320, 600, 600];
    for (const [index, seconds] of intervals.entries()) {
      const least = usual[index] ?? 0;
      assert.ok(seconds >= least && seconds <= least * 1.2 + 1, `${intervals.join()} s`);
    }
    garage.be('takes');
    await pass(12 * MINUTE);
    assert.ok(garage.taken.length >= 48, `${garage.taken.length} at once`);
    await pass(40 * MINUTE);
    assert.ok((await rows('garage')).every(({ state }) => state === 'delivered'));
  });

  it('costs the others nothing: they are told while it keeps its messages waiting', async (t) => {
    const { garage, tickets, sell, worker, rows } = await setUp(t, 'stalls');
    await sell('garage', 60);
    worker.wake();
    await until(() => garage.kept === 8);
    const told = tickets.next();
    await sell('tickets', 60);
    worker.wake();
    await told;
    await until(() => tickets.taken.length === 60);
    garage.stop();
    await worker.settled();
    assert.ok((await rows('tickets')).every(({ state }) => state === 'delivered'));
  });

  it('is told at once: each failing attempt, that it is left alone, and that it takes messages again', async (t) => {
    const { garage, sell, pass, lines, worker } = await setUp(t, { status: 500 });
    await sell('garage');
    await pass(0);
    assert.equal(lines.length, 1);
    assert.match(
      lines[0] ?? '',
      /^outbox: item\.confirmed [-0-9a-f]{36} for garage of account 222 failed, attempt 1: expected 2xx, got 500; due again at 2031-12-12T10:00:0[56]\.\d{3}Z$/,
    );
    await sell('garage', 20);
    await pass(0);
    const held = lines.filter((line) =>
      /^outbox: garage of account 222 has failed 5 times in a row: .* from 2031/.test(line),
    );
    assert.equal(held.length, 1);
    assert.equal(worker.counts.failed, garage.attempts);
    garage.be('takes');
    await pass(15 * MINUTE);
    assert.match(lines.at(-1) ?? '', /^outbox: garage of account 222 takes messages again$/);
    assert.equal(worker.counts.delivered, 21);
  });

  it('is given up with a line that says how to send it again', async (t) => {
    const { sell, pass, lines, worker } = await setUp(t, 'gone');
    await sell('garage');
    await pass(0);
    assert.match(
      lines[0] ?? '',
      /^outbox: item\.confirmed ([-0-9a-f]{36}) for garage of account 222 was given up after 1 attempt: expected 2xx, got 410; "rokt-upsell deliveries retry \1" sends it again$/,
    );
    assert.deepEqual(worker.counts, { delivered: 0, failed: 1, givenUp: 1 });
  });

  it('that refuses every message for good is not given them all to refuse', async (t) => {
    const { garage, sell, pass } = await setUp(t, 'gone');
    await sell('garage', 60);
    await pass(0);
    assert.ok(garage.attempts <= 12, `${garage.attempts} attempts`);
  });

  it('that takes every second message is not left alone', async (t) => {
    const { garage, sell, pass, rows } = await setUp(t, 'takes');
    for (let n = 0; n < 12; n++) {
      garage.be(n % 2 === 0 ? 'refuses' : 'takes');
      await sell('garage');
      await pass(0);
    }
    assert.equal((await rows('garage')).filter(({ state }) => state === 'delivered').length, 6);
  });
});

describe('Retry-After', () => {
  const after = (value: string | readonly string[]): Mood => ({
    status: 429,
    headers: { 'retry-after': value },
  });

  for (const [what, mood, seconds] of [
    ['in seconds', after('90'), 90],
    ['twice, as a proxy has it', after(['90', '30']), 90],
    ['of 503 as well', { status: 503, headers: { 'retry-after': '90' } }, 90],
    [
      'as a date of the receiver’s own clock',
      {
        status: 429,
        headers: { 'retry-after': 'Sat, 01 Jan 2000 00:01:30 GMT', date: 'Sat, 01 Jan 2000 00:00:00 GMT' },
      },
      90,
    ],
    [
      'of an answer that was kept on its way',
      { status: 429, headers: { 'retry-after': '100', age: '10' } },
      90,
    ],
  ] as [string, Mood, number][])
    it(`is kept, ${what}: by its message and by what else waits for the receiver`, async (t) => {
      const { garage, sell, pass } = await setUp(t, mood);
      await sell('garage');
      await pass(0);
      garage.be('takes');
      await sell('garage');
      await pass((seconds - 1) * SECOND);
      assert.deepEqual([garage.attempts, garage.taken.length], [1, 0]);
      await pass(SECOND);
      assert.equal(garage.taken.length, 2);
    });

  for (const value of ['soon', '-5', '0', ''])
    it(`leaves the usual back-off when it is ${JSON.stringify(value)}`, async (t) => {
      const { garage, sell, pass } = await setUp(t, after(value));
      await sell('garage');
      await pass(0);
      garage.be('takes');
      await pass(4 * SECOND);
      assert.equal(garage.taken.length, 0);
      await pass(2 * SECOND);
      assert.equal(garage.taken.length, 1);
    });

  it('of a week is a day at most', async (t) => {
    const { garage, sell, pass } = await setUp(t, after(String(7 * 24 * 60 * 60)));
    await sell('garage');
    await pass(0);
    garage.be('takes');
    await pass(24 * 60 * MINUTE);
    assert.equal(garage.taken.length, 1);
  });
});

describe('a provider that the catalogue names no more', () => {
  it('fails: its messages are not delivered, and told by name', async (t) => {
    const { forget, sell, pass, rows, lines } = await setUp(t, 'takes');
    forget('garage');
    await sell('garage');
    await pass(0);
    const [row] = await rows('garage');
    assert.deepEqual([row?.['state'], row?.['sent']], ['waiting', 0]);
    assert.match(lines[0] ?? '', /failed, attempt 1: the catalogue has no provider "garage"/);
  });
});

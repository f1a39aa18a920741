import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openTwoReceivers as setUp } from '../support/outbox.ts';
import type { Mood } from '../support/provider.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

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
      const { garage, sell, pass, lines, now } = await setUp(t, mood);
      await sell('garage');
      await pass(0);
      const dueAt = new Date(now() + seconds * SECOND).toISOString();
      assert.ok(lines[0]?.endsWith(`; due again at ${dueAt}`), lines[0]);
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

  it('of a receiver that takes the message holds nothing back', async (t) => {
    const { garage, sell, pass } = await setUp(t, { status: 204, headers: { 'retry-after': '90' } });
    await sell('garage');
    await sell('garage');
    await pass(0);
    assert.equal(garage.attempts, 2);
    await sell('garage');
    await pass(SECOND);
    assert.equal(garage.attempts, 3);
  });

  it('of a receiver that wants no message gives it up all the same', async (t) => {
    const { garage, sell, pass, lines } = await setUp(t, { status: 410, headers: { 'retry-after': '1' } });
    await sell('garage');
    await pass(0);
    garage.be('takes');
    await pass(MINUTE);
    assert.equal(garage.attempts, 1, lines.join('\n'));
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

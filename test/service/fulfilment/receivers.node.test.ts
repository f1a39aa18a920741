import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../../support/until.ts';
import { openTwoReceivers as setUp } from '../support/outbox.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('a receiver that fails', () => {
  it('is asked a few times, and then left alone, however much waits for it', async (t) => {
    const { garage, sell, pass, rows } = await setUp(t, 'refuses');
    await sell('garage', 60);
    await pass(0);
    assert.ok(garage.attempts < 20, `${garage.attempts} attempts`);
    const untouched = (await rows('garage')).filter((row) => row['attempts'] === 0);
    assert.ok(untouched.length > 40, 'those that were not sent have lost no attempt');
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
    assert.ok(garage.taken.length > 40, `${garage.taken.length} at once`);
    await pass(40 * MINUTE);
    assert.ok((await rows('garage')).every(({ state }) => state === 'delivered'));
  });

  it('is asked by no second message while the one that asks is on its way', async (t) => {
    const { garage, sell, pass, worker, rows } = await setUp(t, 'refuses');
    await sell('garage', 30);
    await pass(0);
    garage.be('stalls');
    const asked = pass(13 * SECOND);
    await until(() => garage.kept === 1);
    for (let n = 0; n < 3; n++) {
      worker.wake();
      await rows('garage');
    }
    const leased = (await rows('garage')).filter(({ lease }) => lease !== null);
    assert.equal(leased.length, 1);
    garage.stop();
    await asked;
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
    assert.ok(garage.attempts < 20, `${garage.attempts} attempts`);
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

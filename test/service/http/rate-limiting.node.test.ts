import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MinuteCounts } from '../../../src/service/http/minute-counts.ts';
import { networkOf } from '../../../src/service/http/network-of.ts';

describe('counts of a minute', () => {
  function setUp(most: number) {
    const clock = { at: 1_000 };
    return { clock, counts: new MinuteCounts(most, () => clock.at) };
  }

  it('let so many of a name pass, and tell the others how long to wait', () => {
    const { clock, counts } = setUp(2);
    assert.deepEqual([counts.add('a'), counts.add('a'), counts.add('a')], [0, 0, 60_000]);
    clock.at += 59_999;
    assert.deepEqual([counts.add('a'), counts.add('b')], [1, 0]);
  });

  it('begin anew a minute after the first', () => {
    const { clock, counts } = setUp(1);
    counts.add('a');
    clock.at += 60_000;
    assert.deepEqual([counts.add('a'), counts.add('a')], [0, 60_000]);
  });

  it('let nothing pass where the most is none', () => {
    const { counts } = setUp(0);
    assert.deepEqual([counts.add('a'), counts.add('a')], [60_000, 60_000]);
  });

  it('forget the name whose minute began first where there are too many', () => {
    const { clock, counts } = setUp(1);
    counts.add('first');
    clock.at++;
    counts.add('second');
    for (let n = 0; n < 4_999; n++) counts.add(`name-${n}`);
    assert.equal(counts.add('second'), 60_000);
    assert.equal(counts.add('first'), 0, 'it was forgotten');
  });
});

describe('who is counted as one', () => {
  for (const [address, network] of [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8::7:8:9:a:b', '2001:db8:0:7'],
    ['2001:db8:0:0:1::', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0'],
  ] as const)
    it(`is ${network} by ${address}`, () => assert.equal(networkOf(address), network));
});

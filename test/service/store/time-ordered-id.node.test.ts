import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTimeOrderedIds } from '../../../src/service/store/time-ordered-id.ts';

describe('an id', () => {
  it('is a GUID of version 7 that begins with the time', () => {
    const id = createTimeOrderedIds(() => 0x0123456789ab)();
    assert.match(id, /^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is greater than those before it, when the clock stands still, jumps or goes back', () => {
    let now = 1_000_000_000_000;
    const newId = createTimeOrderedIds(() => now);
    const ids: string[] = [];
    for (const step of [0, 1, -5_000, 3, 10_000]) {
      now += step;
      for (let count = 0; count < 5_000; count++) ids.push(newId());
    }
    assert.deepEqual([...new Set(ids)].sort(), ids);
  });
});

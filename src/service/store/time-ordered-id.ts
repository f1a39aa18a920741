import { randomUUID } from 'node:crypto';

/**
 * Makes UUIDs of version 7: each is greater than the one before it, also when the clock stands still or is set back, so
 * that rows of one process are in the order of their making.
 */
export function createTimeOrderedIds(now: () => number = Date.now): () => string {
  let time = 0;
  let sequence = 0;
  return () => {
    const next = now();
    sequence++;
    if (next > time || sequence > 0xfff) {
      time = Math.max(next, time + 1);
      sequence = 0;
    }
    const hex = time.toString(16).padStart(12, '0');
    const ordered = `${hex.slice(0, 8)}-${hex.slice(8)}-7${sequence.toString(16).padStart(3, '0')}`;
    // Of version 4, whose second half is as random, and of which Node makes many at once.
    return ordered + randomUUID().slice(18);
  };
}

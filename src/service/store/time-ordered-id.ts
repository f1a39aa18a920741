import { randomBytes } from 'node:crypto';

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
    const random = randomBytes(8);
    random.writeUInt8((random.readUInt8() & 0x3f) | 0x80);
    const hex = time.toString(16).padStart(12, '0') + '7' + sequence.toString(16).padStart(3, '0');
    return toGuid(hex + random.toString('hex'));
  };
}

function toGuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

import { hash, timingSafeEqual } from 'node:crypto';

/** What is kept of an API key: its SHA-256 as hex. Keys are long and random, so none can be guessed from it. */
export function hashKey(key: string): string {
  return hash('sha256', key);
}

/** Whether two hashes are the same, in a time that does not tell where they differ. */
export function isSameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

import type { ErrorEntry } from '../contract/wire.ts';

/** The error that `value` is, with all its fields; undefined when it has no code. */
export function toErrorEntry(value: unknown): ErrorEntry | undefined {
  const entry = Object(value) as Readonly<Record<string, unknown>>;
  const { code, message } = entry;
  if (typeof code !== 'string') return undefined;
  const known = Object(entry['value']) as Readonly<Record<string, unknown>>;
  return { code, message: typeof message === 'string' ? message : '', value: known };
}

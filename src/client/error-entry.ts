import type { ErrorEntry } from '../contract/wire.ts';
import { type Hide, hideIn } from './hide-key.ts';

/** The error that `value` is, with all its fields and without the API key; undefined when it has no code. */
export function toErrorEntry(value: unknown, hide: Hide): ErrorEntry | undefined {
  const entry = Object(value) as Readonly<Record<string, unknown>>;
  const { code, message } = entry;
  if (typeof code !== 'string') return undefined;
  const known = hideIn(Object(entry['value']), hide) as Readonly<Record<string, unknown>>;
  return { code: hide(code), message: typeof message === 'string' ? hide(message) : '', value: known };
}

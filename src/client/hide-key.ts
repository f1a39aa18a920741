import { isRecord } from '../model/index.ts';

/** A text, or what else there is in its place, without the API key. */
export type Hide = (text: unknown) => string;

/** Hides `key` as it is, and as JSON writes it. */
export function hiderOf(key: string): Hide {
  const inJson = JSON.stringify(key).slice(1, -1);
  return (text) => toText(text).replaceAll(key, '…').replaceAll(inJson, '…');
}

/** `value`, which came as JSON, without the key in any of its texts and names. */
export function hideIn(value: unknown, hide: Hide): unknown {
  if (typeof value === 'string') return hide(value);
  if (Array.isArray(value)) return value.map((inner) => hideIn(inner, hide));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [hide(name), hideIn(inner, hide)]));
}

/**
 * `cause` as an error that has its name, message, code and stack and nothing else that hangs on it: a `fetch` may put the
 * request there, and with it the API key.
 */
export function withoutKey(cause: unknown, hide: Hide, depth = 0): Error {
  const {
    name,
    message,
    code,
    stack,
    cause: inner,
  } = Object(cause) as Partial<Error> & { readonly code?: unknown };
  const clean: Error & { code?: string } = new Error(hide(message ?? cause));
  Object.defineProperty(clean, 'name', { value: hide(name ?? 'Error'), configurable: true });
  clean.stack = hide(stack ?? '');
  if (code !== undefined) clean.code = hide(code);
  if (inner !== undefined && depth < 4) clean.cause = withoutKey(inner, hide, depth + 1);
  return clean;
}

/** Any value as text; what an object says of itself may be anything, or throw. */
function toText(value: unknown): string {
  return Object(value) === value ? typeof value : String(value);
}

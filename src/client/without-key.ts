/**
 * `cause` as an error that has its name, message, code and stack and nothing else that hangs on it: a `fetch` may put the
 * request there, and with it the API key.
 */
export function withoutKey(cause: unknown, key: string, depth = 0): Error {
  const {
    name,
    message,
    code,
    stack,
    cause: inner,
  } = Object(cause) as Partial<Error> & { readonly code?: unknown };
  const hide = (text: unknown): string => String(text).replaceAll(key, '…');
  const clean: Error & { code?: string } = new Error(hide(message ?? cause));
  Object.defineProperty(clean, 'name', { value: hide(name ?? 'Error'), configurable: true });
  if (stack !== undefined) clean.stack = hide(stack);
  if (code !== undefined) clean.code = hide(code);
  if (inner !== undefined && depth < 4) clean.cause = withoutKey(inner, key, depth + 1);
  return clean;
}

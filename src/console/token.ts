const KEY = 'upsell-console-token';

/**
 * The token of this tab, if it has one: `#token=…` of the address, as the service prints it, which is taken out of the
 * address, or what the tab had before.
 */
export function takeToken(): string | undefined {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given === null) return sessionStorage.getItem(KEY) ?? undefined;
  history.replaceState(null, '', location.pathname + location.search);
  keepToken(given);
  return given;
}

/** Keeps the token for this tab alone. */
export function keepToken(token: string): void {
  sessionStorage.setItem(KEY, token);
}

/** Forgets a token that was refused. */
export function forgetToken(): void {
  sessionStorage.removeItem(KEY);
}

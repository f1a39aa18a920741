import type { LoggedRequest } from '../service/dev/request-log.ts';

/** One call in one line: when, whose, what, how it ended and how long it took. */
export function logLine(
  accountId: string | undefined,
  { at, operation, status, isLost, took, answer }: LoggedRequest,
): string {
  const time = new Date(at).toISOString().slice(11, 23);
  const items = (answer as { items?: readonly { success: boolean; error?: { code: string } }[] } | undefined)
    ?.items;
  const outcomes = items?.map(({ success, error }) => (success ? 'ok' : (error?.code ?? 'refused'))) ?? [];
  const end = isLost ? `${status}, reply lost` : String(status);
  return [time, accountId ?? 'nobody', operation, end, `${took} ms`, outcomes.join(' ')].join('  ').trimEnd();
}

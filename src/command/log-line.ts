import type { LoggedRequest } from '../service/dev/request-log.ts';

/** What of an item's answer a line shows. */
interface AnsweredItem {
  readonly success: boolean;
  readonly error?: { readonly code: string };
}

/** One call in one line: when, whose, what, how it ended and how long it took. */
export function logLine(
  accountId: string | undefined,
  { at, operation, status, isLost, took, answer }: LoggedRequest,
): string {
  const time = new Date(at).toISOString().slice(11, 23);
  const { items = [] } = (answer ?? {}) as { items?: readonly AnsweredItem[] };
  const outcomes = items.map(outcomeOf);
  const end = isLost ? `${status}, reply lost` : String(status);
  return [time, accountId ?? 'nobody', operation, end, `${took} ms`, outcomes.join(' ')].join('  ').trimEnd();
}

function outcomeOf({ success, error }: AnsweredItem): string {
  return success ? 'ok' : (error?.code ?? 'refused');
}

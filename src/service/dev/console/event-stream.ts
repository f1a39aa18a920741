import type { AccountState, ConsoleEvents } from '../../../console/protocol.ts';
import type { Changes } from '../changes.ts';
import type { RequestLog } from '../request-log.ts';

/** How often it is looked whether something has changed that nobody tells of: a hold is over, a message delivered; ms. */
const LOOK_EVERY = 1_000;

/** What a console is told of one account. */
export interface EventSource {
  readonly accountId: string;
  readonly log: RequestLog;
  readonly changes: Changes;
  readonly readState: () => Promise<AccountState>;
}

/**
 * Server-sent events: each call of the account after `lastEventId`, once and in order, and its state whenever that is another.
 * Only calls have ids: what is lost of the state is in the next one.
 */
export async function* eventStream(
  { accountId, log, changes, readState }: EventSource,
  lastEventId: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let mark = lastEventId;
  let shown = '';
  while (!signal.aborted) {
    // Before anything is read: what changes from here on is told.
    const changed = changes.next(accountId, LOOK_EVERY, signal);
    const { isFromStart, forgotten, calls, mark: before } = log.after(accountId, mark);
    mark = before;
    if (isFromStart) yield toEvent('start', { forgotten }, mark);
    for (const { call, mark: after } of calls) {
      mark = after;
      yield toEvent('call', call, mark);
    }
    const state = await readState();
    const text = JSON.stringify({ ...state, clock: { ...state.clock, now: undefined } });
    if (text !== shown) yield toEvent('state', state);
    shown = text;
    await changed;
  }
}

function toEvent<Name extends keyof ConsoleEvents>(
  name: Name,
  data: ConsoleEvents[Name],
  id?: string,
): string {
  const lines = [
    `event: ${name}`,
    ...(id === undefined ? [] : [`id: ${id}`]),
    `data: ${JSON.stringify(data)}`,
  ];
  return `${lines.join('\n')}\n\n`;
}

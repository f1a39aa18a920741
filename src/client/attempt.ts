import { clockOf, retryAfterOf } from '../model/index.ts';
import { checkAnswer } from './check-answer.ts';
import type { RequestEvent } from './client-options.ts';
import { type Failure, networkFailure, refusal } from './failure.ts';
import type { AnswerOf, OperationId } from './operations.ts';
import type { Settings } from './settings.ts';
import { tell } from './tell.ts';
import { timed, type Timed } from './time-left.ts';
import { TIMED_OUT, within } from './time.ts';

/** What every attempt at one call sends. */
export interface Outgoing {
  readonly headers: Record<string, string>;
  /** The JSON of `sent`. */
  readonly body: string;
  readonly sent: { readonly itemReservationId?: string };
  readonly sessionId: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** What a call resolves with: the body, and the session that it belongs to. */
export interface Answered<Id extends OperationId> {
  readonly answer: Timed<AnswerOf<Id>>;
  readonly sessionId: string | undefined;
}

type Result<Id extends OperationId> = Answered<Id> | { readonly failure: Failure };

/** One request, from its first byte to the last of the answer's body, within `ms`. Never rejects. */
export async function attempt<Id extends OperationId>(
  settings: Settings,
  event: RequestEvent & { readonly operation: Id },
  outgoing: Outgoing,
  ms: number,
): Promise<Result<Id>> {
  const { signal } = outgoing;
  void tell(settings.onRequest, event);
  try {
    return await within(ms, signal, (end) => exchange(settings, event, outgoing, end));
  } catch (cause) {
    if (signal?.aborted)
      return { failure: { code: 'aborted', cause: signal.reason, isPassing: false, mayBeDone: true } };
    if (cause === TIMED_OUT) return { failure: { code: 'timeout', isPassing: true, mayBeDone: true } };
    return { failure: networkFailure(cause) };
  }
}

/** @throws what `fetch` throws, and the reason of `end` */
async function exchange<Id extends OperationId>(
  settings: Settings,
  event: RequestEvent & { readonly operation: Id },
  { headers, body, sent, sessionId }: Outgoing,
  end: AbortSignal,
): Promise<Result<Id>> {
  const began = performance.now();
  const init = { method: 'POST', headers, body, redirect: 'manual', signal: end } as const;
  const response = await settings.fetch(event.url, init);
  const cameAt = performance.now();
  const clock = clockOf(response.headers, Date.now());
  const { status } = response;
  const text = await response.text();
  end.throwIfAborted();
  void tell(settings.onResponse, { ...event, status, duration: performance.now() - began });
  if (status < 200 || status > 299)
    return { failure: refusal(status, text, settings.hide, retryAfterOf(response.headers, clock)) };
  try {
    const answer = checkAnswer(event.operation, sent, text, settings.hide) as AnswerOf<Id>;
    return {
      answer: timed(answer, clock, cameAt),
      sessionId: response.headers.get('rokt-session-id') || sessionId,
    };
  } catch (cause) {
    return { failure: { code: 'invalid-answer', status, cause, isPassing: false, mayBeDone: true } };
  }
}

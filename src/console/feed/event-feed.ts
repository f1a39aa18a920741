import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { ConsoleEvents } from '../protocol.ts';

/** How it stands with the stream: `refused` by its token, `unknown` where there is no such account. */
export type Link = 'connecting' | 'live' | 'lost' | 'refused' | 'unknown';

/** One event of an account. */
export type ConsoleEvent = {
  readonly [Name in keyof ConsoleEvents]: { readonly name: Name; readonly data: ConsoleEvents[Name] };
}[keyof ConsoleEvents];

/** Whom a feed tells. */
export interface FeedListener {
  onEvent(event: ConsoleEvent): void;
  onLink(link: Link): void;
}

/** Which events are wanted. */
export interface FeedOptions {
  /** Of the event stream. */
  readonly url: string;
  readonly token: string;
}

/** ms until it is tried again; the last of them from then on. */
const PAUSES = [200, 500, 1_000, 2_000];

/**
 * Reads the events of an account until `signal` is aborted or it is refused. A stream that breaks is opened again with
 * `Last-Event-ID`, so that every call is told once and in order. (The browser's `EventSource` sends no token.)
 */
export async function readEvents(
  { url, token }: FeedOptions,
  listener: FeedListener,
  signal: AbortSignal,
): Promise<void> {
  let lastEventId: string | undefined;
  let failures = 0;
  listener.onLink('connecting');
  for (;;) {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    };
    const response = await fetch(url, { headers, signal, cache: 'no-store' }).catch(() => undefined);
    const refusal = refusalOf(response?.status);
    if (refusal) return listener.onLink(refusal);
    if (response?.ok && response.body) {
      listener.onLink('live');
      failures = 0;
      for await (const { event: name, data, id } of eventsIn(response.body)) {
        lastEventId = id ?? lastEventId;
        listener.onEvent({ name, data: JSON.parse(data) as unknown } as ConsoleEvent);
      }
    }
    if (signal.aborted) return;
    listener.onLink('lost');
    await pause(PAUSES[Math.min(failures++, PAUSES.length - 1)] ?? 0, signal);
  }
}

function refusalOf(status: number | undefined): Link | undefined {
  if (status === 401) return 'refused';
  return status === 404 ? 'unknown' : undefined;
}

/** The events of one connection, until it ends or breaks. */
async function* eventsIn(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const events = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  const reader = events.getReader();
  for (;;) {
    // Broken, or ended: both are opened again.
    const { value } = await reader.read().catch(() => ({ value: undefined }));
    if (!value) return;
    yield value;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

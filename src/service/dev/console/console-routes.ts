import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { PublishedScript } from '../../published-files.ts';
import type { Changes } from '../changes.ts';
import type { DevAccount } from '../dev-account.ts';
import type { DevClock } from '../dev-clock.ts';
import type { RequestLog } from '../request-log.ts';
import { accountState } from './account-state.ts';
import { sendConsole } from './console-page.ts';
import { eventStream } from './event-stream.ts';

/** What the stream of an account is made of. */
export interface ConsoleParts {
  readonly clock: DevClock;
  readonly log: RequestLog;
  readonly changes: Changes;
  /** @throws {Refusal} where there is none of this id */
  readonly account: (accountId: string) => DevAccount;
  readonly accountIds: () => readonly string[];
}

/** Adds the page of the console and its script, which anybody may have: there is nothing of any account in them. */
export function addConsolePage(app: FastifyInstance): void {
  const script = new PublishedScript('dist/console/console.js');
  app.get('/_dev/console', (_request, reply) => sendConsole(reply));
  app.get('/_dev/console/console.js', (request, reply) => {
    const { etag } = script;
    reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache', etag });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('text/javascript; charset=utf-8').send(script.text);
  });
}

/** Adds the events of an account; `dev` asks for the token. */
export function addEventRoute(dev: FastifyInstance, parts: ConsoleParts): void {
  const { account, accountIds, clock, log, changes } = parts;
  const closing = new AbortController();
  dev.addHook('preClose', async () => closing.abort());

  dev.get<{ Params: { accountId: string } }>('/accounts/:accountId/events', (request, reply) => {
    const { accountId } = request.params;
    const found = account(accountId);
    const readState = () => accountState(found, clock.shiftOf(accountId), accountIds());
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const { 'last-event-id': lastEventId } = request.headers;
    const events = eventStream(
      { accountId, log, changes, readState },
      Array.isArray(lastEventId) ? undefined : lastEventId,
      AbortSignal.any([closing.signal, gone.signal]),
    );
    return (
      reply
        // It ends with the service, which waits for no connection that could be used again.
        .headers({ 'cache-control': 'no-store', connection: 'close', 'x-accel-buffering': 'no' })
        .type('text/event-stream; charset=utf-8')
        .send(Readable.from(events))
    );
  });
}

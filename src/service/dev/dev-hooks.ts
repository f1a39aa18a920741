import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ERRORS, type RequestErrorCode, toErrorBody, type RequestFault } from '../../contract/index.ts';
import type { ReserveAnswer } from '../../contract/wire.ts';
import type { Faults } from './faults.ts';
import { redactBody, redactHeaders, type LoggedRequest, type RequestLog } from './request-log.ts';

/** What the calls of a service for development meet, and where they are written down. */
export interface DevHooks {
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Is told each call as it ends; of one that no account has made, too. */
  readonly print: (accountId: string | undefined, entry: LoggedRequest) => void;
  /** Whether the reply to this reserve is lost, as a test item wants it. */
  readonly isReplyLost: (accountId: string, answer: ReserveAnswer) => Promise<boolean>;
}

/** What the hooks know of one request. */
interface Noted {
  readonly startedAt: number;
  isDropped?: boolean;
  answer?: string;
}

/** Lets the calls of the API meet the faults of their account, and writes them down. */
export function addDevHooks(app: FastifyInstance, { faults, log, print, isReplyLost }: DevHooks): void {
  const noted = new WeakMap<FastifyRequest, Noted>();

  app.addHook('onRequest', async (request, reply) => {
    noted.set(request, { startedAt: Date.now() });
    // Also where the connection breaks before the answer is out, of which fastify does not tell.
    reply.raw.once('close', () => write(request, reply));
  });

  app.addHook('preHandler', async (request, reply) => {
    const operation = request.routeOptions.config.operationId;
    const accountId = accountOf(request);
    if (operation === undefined || accountId === undefined) return;
    const fault = faults.next(accountId, operation);
    if (fault?.latency !== undefined) await sleep(fault.latency);
    if (fault?.status !== undefined) return refuse(reply, fault.status);
    const note = noted.get(request);
    if (note) note.isDropped = fault?.drop === 'reply';
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const note = noted.get(request);
    if (!note || typeof payload !== 'string') return payload;
    note.answer = payload;
    const accountId = accountOf(request);
    const isReserved = request.routeOptions.config.operationId === 'cart.reserve' && reply.statusCode === 200;
    if (isReserved && accountId !== undefined)
      note.isDropped ||= await isReplyLost(accountId, JSON.parse(payload) as ReserveAnswer);
    if (note.isDropped) request.raw.socket.destroy();
    return payload;
  });

  const write = (request: FastifyRequest, reply: FastifyReply) => {
    const operation = request.routeOptions.config.operationId;
    const note = noted.get(request);
    if (operation === undefined || !note) return;
    // Only accounts that there are have a log: names that callers make up would fill the memory.
    const accountId = (request.account as typeof request.account | null)?.accountId;
    const entry: LoggedRequest = {
      at: note.startedAt,
      method: request.method,
      // No call of the API has a query: what is in one is not for a log.
      path: request.url.split('?')[0] ?? '',
      operation,
      status: reply.statusCode,
      isLost: note.isDropped === true,
      took: Date.now() - note.startedAt,
      headers: redactHeaders(request.headers),
      request: redactBody(request.body),
      answer: note.answer === undefined ? undefined : (JSON.parse(note.answer) as unknown),
    };
    if (accountId !== undefined) log.add(accountId, entry);
    print(accountId, entry);
  };
}

/** The account of a call: of its key, or the one that a page names. */
function accountOf({ account, body }: FastifyRequest): string | undefined {
  const known = (account as typeof account | null)?.accountId;
  const named = (body as { accountId?: unknown } | null | undefined)?.accountId;
  return known ?? (typeof named === 'string' ? named : undefined);
}

/** Answers with `status` as the service itself would. */
function refuse(reply: FastifyReply, status: number): FastifyReply {
  reply.code(status);
  if (status === 401) return reply.send();
  if (status === 429) reply.header('retry-after', '1');
  const codes = Object.keys(ERRORS) as RequestErrorCode[];
  const code = codes.find((one) => ERRORS[one].status === status) ?? 'internal';
  return reply.send(toErrorBody({ code, value: {} } as RequestFault));
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  ERRORS,
  HEADERS,
  type RequestErrorCode,
  toErrorBody,
  type RequestFault,
} from '../../contract/index.ts';
import type { ReserveAnswer } from '../../contract/wire.ts';
import type { Fault, Faults } from './faults.ts';
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
  fault?: Fault | undefined;
  /** Its reply is not to arrive. */
  isDropped?: boolean;
  /** The service has something to do for it. */
  isAtWork?: boolean;
  /** Its connection is closed. */
  isClosed?: boolean;
  answer?: string;
}

/** Lets the calls of the API meet the faults of their account, and writes them down. */
export function addDevHooks(app: FastifyInstance, { faults, log, print, isReplyLost }: DevHooks): void {
  const noted = new WeakMap<FastifyRequest, Noted>();

  app.addHook('onRequest', async (request, reply) => {
    const note: Noted = { startedAt: Date.now() };
    noted.set(request, note);
    // Also where the connection breaks before the answer is out, of which fastify does not tell.
    reply.raw.once('close', () => {
      note.isClosed = true;
      // Who hangs up does not end the work: its end is written down.
      if (!note.isAtWork) write(request, reply, note);
    });
  });

  app.addHook('preHandler', async (request, reply) => {
    const operation = request.routeOptions.config.operationId;
    const accountId = accountOf(request);
    const note = noted.get(request);
    if (operation === undefined || accountId === undefined || !note) return;
    note.isAtWork = true;
    const fault = faults.next(accountId, operation);
    note.fault = fault;
    if (fault?.latency !== undefined) await sleep(fault.latency);
    if (fault?.status !== undefined) return refuse(reply, fault.status);
    note.isDropped = fault?.drop === 'reply';
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const note = noted.get(request);
    if (!note) return payload;
    if (typeof payload === 'string') note.answer = payload;
    const accountId = accountOf(request);
    const isReserved = request.routeOptions.config.operationId === 'cart.reserve' && reply.statusCode === 200;
    if (isReserved && accountId !== undefined && typeof payload === 'string')
      note.isDropped ||= await isReplyLost(accountId, JSON.parse(payload) as ReserveAnswer);
    note.isAtWork = false;
    if (note.isClosed) write(request, reply, note);
    if (note.isDropped) request.raw.socket.destroy();
    return payload;
  });

  const write = (request: FastifyRequest, reply: FastifyReply, note: Noted) => {
    const operation = request.routeOptions.config.operationId;
    if (operation === undefined) return;
    // Only accounts that there are have a log: names that callers make up would fill the memory.
    const accountId = (request.account as typeof request.account | null)?.accountId;
    const entry = toEntry(request, reply, { ...note, operation });
    if (accountId !== undefined) log.add(accountId, entry);
    print(accountId, entry);
  };
}

function toEntry(
  request: FastifyRequest,
  reply: FastifyReply,
  { startedAt, fault, answer, operation }: Noted & { readonly operation: string },
): LoggedRequest {
  const sessionId = reply.getHeader(HEADERS.sessionId);
  return {
    id: request.id,
    at: startedAt,
    method: request.method,
    // No call of the API has a query: what is in one is not for a log.
    path: request.url.split('?')[0] ?? '',
    operation,
    status: reply.statusCode,
    isLost: answer !== undefined && !reply.raw.writableFinished,
    fault,
    sessionId: typeof sessionId === 'string' ? sessionId : undefined,
    took: Date.now() - startedAt,
    headers: redactHeaders(request.headers),
    request: redactBody(request.body),
    answer: answer === undefined ? undefined : (JSON.parse(answer) as unknown),
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

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
import type { OfferFate } from '../catalogue/offer-fate.ts';
import type { CallsUnderWay } from './calls-under-way.ts';
import type { Fault, Faults } from './faults.ts';
import { redactBody, redactHeaders, type LoggedRequest, type RequestLog } from './request-log.ts';

/** What the calls of a service for development meet, and where they are written down. */
export interface DevHooks {
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Is told each call as it ends; of one that no account has made, too. */
  readonly print: (accountId: string | undefined, entry: LoggedRequest) => void;
  readonly underWay: CallsUnderWay;
  /** Whether the reply to this reserve is lost, as a test item wants it. */
  readonly isReplyLost: (accountId: string, answer: ReserveAnswer) => Promise<boolean>;
  /** What became of the offers in an answered call; undefined where it has asked for none. */
  readonly explain: (request: FastifyRequest) => Promise<readonly OfferFate[] | undefined>;
}

/** What the hooks know of one request. */
interface Noted {
  readonly startedAt: number;
  /** It comes in; it was read, and is being done; its answer is made, or none will be; it is written down. */
  phase: 'coming' | 'working' | 'answered' | 'written';
  /** Its connection is closed. */
  readonly closed: AbortController;
  /** Tells that it is done. */
  end: (() => void) | undefined;
  fault?: Fault;
  answer?: string;
  targeting?: readonly OfferFate[] | undefined;
}

/** Lets the calls of the API meet the faults of their account, and writes them down. */
export function addDevHooks(app: FastifyInstance, hooks: DevHooks): void {
  const { faults, log, underWay, print, isReplyLost, explain } = hooks;
  const noted = new WeakMap<FastifyRequest, Noted>();

  app.addHook('onRequest', async (request, reply) => {
    const end = isOperation(request) ? underWay.begin(undefined) : undefined;
    const note: Noted = { startedAt: Date.now(), phase: 'coming', closed: new AbortController(), end };
    noted.set(request, note);
    // Also where the connection breaks before the answer is out, of which fastify does not tell.
    reply.raw.once('close', () => {
      note.closed.abort();
      // Who hangs up does not end the work on a request that was read: its end is written down.
      if (note.phase !== 'working') write(request, reply, note);
    });
  });

  app.addHook('preHandler', async (request, reply) => {
    const operation = request.routeOptions.config.operationId;
    const accountId = accountOf(request);
    const note = noted.get(request);
    if (operation === undefined || accountId === undefined || !note) return;
    if (note.phase === 'written') return;
    note.phase = 'working';
    const end = underWay.begin(accountId);
    note.end?.();
    note.end = end;
    const fault = faults.next(accountId, { operation, body: request.body });
    if (!fault) return;
    note.fault = fault;
    await wait(fault, note.closed.signal);
    if (fault.drop === 'request') return cut(request, reply, note);
    if (fault.status !== undefined) return refuse(reply, fault.status, fault.retryAfter);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const note = noted.get(request);
    if (!note) return payload;
    if (typeof payload === 'string') note.answer = payload;
    const accountId = accountOf(request);
    const isReserved = request.routeOptions.config.operationId === 'cart.reserve' && reply.statusCode === 200;
    let isLost = note.fault?.drop === 'reply' && note.fault.status === undefined;
    if (isReserved && accountId !== undefined && typeof payload === 'string')
      isLost ||= await isReplyLost(accountId, JSON.parse(payload) as ReserveAnswer);
    // What cannot be explained is answered all the same.
    if (accountId !== undefined && reply.statusCode === 200)
      note.targeting = await explain(request).catch(() => undefined);
    if (note.phase !== 'written') note.phase = 'answered';
    if (note.closed.signal.aborted) write(request, reply, note);
    if (isLost) request.raw.socket.destroy();
    return payload;
  });

  const write = (request: FastifyRequest, reply: FastifyReply, note: Noted) => {
    const operation = request.routeOptions.config.operationId;
    if (note.phase === 'written' || operation === undefined) return;
    note.phase = 'written';
    note.end?.();
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
  { startedAt, fault, answer, targeting, operation }: Noted & { readonly operation: string },
): LoggedRequest {
  const sessionId = reply.getHeader(HEADERS.sessionId);
  return {
    id: request.id,
    at: startedAt,
    method: request.method,
    // No call of the API has a query: what is in one is not for a log.
    path: request.url.split('?')[0] ?? '',
    operation,
    status: fault?.drop === 'request' ? 0 : reply.statusCode,
    isLost: answer !== undefined && !reply.raw.writableFinished,
    fault,
    sessionId: typeof sessionId === 'string' ? sessionId : undefined,
    took: Date.now() - startedAt,
    headers: redactHeaders(request.headers),
    request: redactBody(request.body),
    answer: answer === undefined ? undefined : (JSON.parse(answer) as unknown),
    targeting,
  };
}

function isOperation({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.operationId !== undefined;
}

/** Waits as long as the fault says: until the caller has hung up at the longest, where it says so. */
async function wait({ latency, untilHungUp }: Fault, hungUp: AbortSignal): Promise<void> {
  if (latency === undefined) return;
  if (!untilHungUp) return sleep(latency);
  await sleep(latency, undefined, { signal: hungUp }).catch(() => {
    // Hung up: the call is done all the same.
  });
}

/** Breaks the connection before the call has done anything. */
function cut(request: FastifyRequest, reply: FastifyReply, note: Noted): FastifyReply {
  note.phase = 'answered';
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

/** The account of a call: of its key, or the one that a page names. */
function accountOf({ account, body }: FastifyRequest): string | undefined {
  const known = (account as typeof account | null)?.accountId;
  const named = (body as { accountId?: unknown } | null | undefined)?.accountId;
  return known ?? (typeof named === 'string' ? named : undefined);
}

/** Answers with `status` as the service itself would. */
function refuse(reply: FastifyReply, status: number, retryAfter?: number): FastifyReply {
  reply.code(status);
  if (status === 401) return reply.send();
  const seconds = retryAfter ?? (status === 429 ? 1 : undefined);
  if (seconds !== undefined) reply.header('retry-after', String(seconds));
  const codes = Object.keys(ERRORS) as RequestErrorCode[];
  const code = codes.find((one) => ERRORS[one].status === status) ?? 'internal';
  return reply.send(toErrorBody({ code, value: {} } as RequestFault));
}

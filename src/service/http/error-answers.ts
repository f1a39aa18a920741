import type { Duplex } from 'node:stream';
import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toErrorBody } from '../../contract/index.ts';
import { headerOf } from './authentication.ts';
import { BODY_LIMIT } from './limits.ts';
import { unreadablePath } from './request-head.ts';
import { AccountGoneError, StoreBusyError, StoreLostError } from '../store/store.ts';
import { Refusal } from '../refusal.ts';

/** Every error has the contract's shape, whoever found it. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler(sendError);
}

/** Answers `error`; 401 alone without a body. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refused = toRefusal(error, request);
  reply.code(refused.status).headers(refused.headers);
  return refused.code === 'unauthorized' ? reply.send() : reply.send(toErrorBody(...refused.faults));
}

/** Answers what the HTTP parser could not read, and lets go of the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const refused = toParserRefusal(error.code);
  const body = JSON.stringify(toErrorBody(...refused.faults));
  socket.end(
    `HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status] ?? ''}\r\n` +
      `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
}

function toParserRefusal(code: string | undefined): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return new Refusal('headers-too-large', {});
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Refusal('request-timeout', {});
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW')
    return new Refusal('payload-too-large', { limit: BODY_LIMIT });
  return malformed('expected an HTTP/1.1 request');
}

/** What is answered to `request` where `error` has ended it. */
export function toRefusal(error: unknown, request: FastifyRequest): Refusal {
  if (isRefusal(error)) return error;
  // It has hung up: nobody reads the answer.
  if (error === request.raw.errored) return malformed('expected all of the body');
  if (error instanceof StoreBusyError || (error instanceof StoreLostError && isRepeatable(error, request)))
    return new Refusal('unavailable', {}, { 'retry-after': '1' });
  if (error instanceof AccountGoneError)
    return new Refusal(isOfPage(request) ? 'origin-not-allowed' : 'unauthorized', {});
  const { statusCode = 500, code, message } = error as Partial<FastifyError>;
  if (statusCode === 413) return new Refusal('payload-too-large', { limit: BODY_LIMIT });
  if (statusCode === 415) return new Refusal('unsupported-media-type', {});
  if (statusCode === 404 || code === 'FST_ERR_MAX_PARAM_LENGTH') return new Refusal('not-found', {});
  if (code === 'FST_ERR_BAD_URL') return unreadablePath();
  const isTheirs = statusCode >= 400 && statusCode < 500 && code?.startsWith('FST_');
  if (isTheirs || error instanceof SyntaxError) return malformed(message ?? 'expected JSON');
  return new Refusal('internal', {});
}

/**
 * Whether a call whose connection to the database was lost can be asked for again, whatever has become of it: nothing was done, its
 * key gives the answer of what was, or it changes nothing by being done twice. A sale by quantity without a key may be made twice.
 */
function isRepeatable({ isUncertain }: StoreLostError, request: FastifyRequest): boolean {
  if (!isUncertain || headerOf(request, 'idempotencyKey') !== undefined) return true;
  return request.routeOptions.config.operationId !== 'cart.confirm';
}

/** Whether it comes from a page, and so has no key that could be wrong. */
function isOfPage({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.operationId === 'selections';
}

function malformed(problem: string): Refusal {
  return new Refusal('invalid-request', {}, {}, problem);
}

function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}

/** Whether `error` is no answer to `request` but a failure of the service: its operator has to know. */
export function isDefect(error: unknown, request: FastifyRequest): boolean {
  return toRefusal(error, request).code === 'internal';
}

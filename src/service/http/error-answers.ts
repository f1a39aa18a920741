import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { statusOf, toErrorBody, type RequestFault } from '../../contract/index.ts';
import { BODY_LIMIT } from './limits.ts';
import { Refusal } from './refusal.ts';

/** Every error has the contract's shape, whoever found it. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler(sendError);
  app.setNotFoundHandler((request, reply) => sendError(new Refusal({ code: 'not-found', value: {} }), request, reply));
}

/** Answers `error`; 401 alone without a body. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = toRefusal(error);
  if (refusal.statusCode >= 500) request.log.error(error);
  reply.code(refusal.statusCode).headers(refusal.headers);
  return refusal.fault.code === 'unauthorized' ? reply.send() : reply.send(toErrorBody(refusal.fault));
}

/** Answers what the HTTP parser could not read, and lets go of the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const fault = toParserFault(error.code);
  const status = statusOf(fault.code);
  const body = JSON.stringify(toErrorBody(fault));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n` +
      `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
}

function toParserFault(code: string | undefined): RequestFault {
  if (code === 'HPE_HEADER_OVERFLOW') return { code: 'headers-too-large', value: {} };
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { code: 'request-timeout', value: {} };
  return { code: 'invalid-request', value: {}, message: 'expected an HTTP/1.1 request' };
}

function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { statusCode = 500, code, message } = error as Partial<FastifyError>;
  if (statusCode === 413) return new Refusal({ code: 'payload-too-large', value: { limit: BODY_LIMIT } });
  if (statusCode === 415) return new Refusal({ code: 'unsupported-media-type', value: {} });
  if (statusCode === 404) return new Refusal({ code: 'not-found', value: {} });
  const isTheirs = statusCode >= 400 && statusCode < 500 && code?.startsWith('FST_');
  if (isTheirs || error instanceof SyntaxError)
    return new Refusal({ code: 'invalid-request', value: {}, message: message ?? 'expected JSON' });
  return new Refusal({ code: 'internal', value: {} });
}

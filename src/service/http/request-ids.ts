import { randomUUID } from 'node:crypto';
import type { FastifyInstance, RawRequestDefaultExpression } from 'fastify';
import { toProxyCheck, type TrustedProxies } from './proxies.ts';

/** The header that names a request, in an answer and in what a proxy sends. */
export const REQUEST_ID = 'x-request-id';

/** What a line of a log can carry as it is. */
const ID = /^[\w.:=+/-]{1,128}$/;

/** Names a request: as a proxy that is trusted calls it, else by an id of its own. */
export function createRequestIds(trusted: TrustedProxies): (request: RawRequestDefaultExpression) => string {
  const isTrusted = toProxyCheck(trusted);
  return ({ headers, socket }) => {
    const given = headers[REQUEST_ID];
    const isTaken = typeof given === 'string' && ID.test(given) && isTrusted(socket.remoteAddress);
    return isTaken ? given : randomUUID();
  };
}

/** Every answer says the id of its request. */
export function answerRequestIds(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header(REQUEST_ID, request.id);
    done();
  });
}

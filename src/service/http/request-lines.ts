import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDefect, toRefusal } from './error-answers.ts';

/**
 * One line for each request, once its answer is out or its connection broken: with the code where it was refused, and the cause
 * where the service has failed.
 */
export function logRequests(app: FastifyInstance): void {
  const failed = new WeakMap<FastifyRequest, Error>();
  app.addHook('onRequest', (request, reply, done) => {
    const startedAt = performance.now();
    reply.raw.once('close', () => write(request, reply, failed.get(request), performance.now() - startedAt));
    done();
  });
  app.addHook('onError', (request, _reply, error, done) => {
    failed.set(request, error);
    done();
  });
}

function write(request: FastifyRequest, reply: FastifyReply, error: Error | undefined, took: number): void {
  const { log, method, ip, account } = request;
  const status = reply.statusCode;
  const isAnswered = reply.raw.writableFinished && !request.raw.errored;
  const line = {
    ...{ method, route: request.routeOptions.url, status: isAnswered ? status : undefined, ip },
    accountId: (account as typeof account | null)?.accountId,
    ...(error && isAnswered ? whyRefused(error, request) : {}),
    ms: Math.round(took),
    // What the caller did wrong is no cause to look for.
    err: error && isCause(error, request, status) ? error : undefined,
  };
  if (error && isDefect(error, request)) log.error(line, 'request failed');
  else if (!isAnswered) log.info(line, 'request broken off');
  else if (status >= 500) log.warn(line, 'request refused');
  else log.info(line, 'request answered');
}

/** What was answered, and which page it was where that is what was wrong: a browser shows the page neither. */
function whyRefused(error: Error, request: FastifyRequest) {
  const { code } = toRefusal(error, request);
  return code === 'origin-not-allowed' ? { code, origin: webOriginOf(request) } : { code };
}

function webOriginOf({ headers: { origin = '' } }: FastifyRequest): string | undefined {
  return URL.canParse(origin) && new URL(origin).origin === origin ? origin : undefined;
}

function isCause(error: Error, request: FastifyRequest, status: number): boolean {
  return status >= 500 || isDefect(error, request);
}

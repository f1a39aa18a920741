import type { FastifyRequest, FastifyServerOptions } from 'fastify';

type Logger = FastifyServerOptions['logger'];

/** fastify's logger as `logger` asks for it, told no header, no body and no query. */
export function toRedactedLog(logger: Logger): Exclude<Logger, true | undefined> {
  if (!logger) return false;
  return { serializers: { req: toLogged }, ...(logger === true ? {} : logger) };
}

function toLogged({ method, url, ip }: FastifyRequest) {
  return { method, path: url.split('?')[0], ip };
}

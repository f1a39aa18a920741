import type { FastifyRequest, FastifyServerOptions } from 'fastify';

type Logger = FastifyServerOptions['logger'];

/** How deep the causes of an error are told. */
const DEEPEST = 5;

/** What a log is told of an error: not its other fields, in which a database says the values of rows. */
interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly stack: string;
  readonly [name: string]: unknown;
  readonly cause?: LoggedError;
}

/** fastify's logger as `logger` asks for it, told no header, no body, no query and no row. */
export function toRedactedLog(logger: Logger): Exclude<Logger, true | undefined> {
  if (!logger) return false;
  const given = logger === true ? {} : logger;
  return { ...given, serializers: { req: toLoggedRequest, err: toLoggedError, ...given.serializers } };
}

function toLoggedRequest({ method, url, ip }: FastifyRequest) {
  return { method, path: url.split('?')[0], ip };
}

/** What a line says of an error, and of what has caused it. */
export function toLoggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' };
  const { name, message, stack = '', cause } = error;
  const { code, errcode } = error as { code?: string | number; errcode?: number };
  const known = code ?? errcode;
  return {
    ...{ type: name, message, stack },
    ...(known === undefined ? {} : { code: known }),
    ...(cause === undefined || depth === DEEPEST ? {} : { cause: toLoggedError(cause, depth + 1) }),
  };
}

import { fastify, type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { ENDPOINTS } from '../contract/index.ts';
import { decorateWithAccount } from './http/authentication.ts';
import { answerClientError, answerErrors, sendError } from './http/error-answers.ts';
import { endConnectionsOnClose } from './http/graceful-close.ts';
import { serveAnyConnection } from './http/connections.ts';
import { countInFlight } from './http/in-flight.ts';
import { BODY_LIMIT, HEADER_LIMIT, type RateLimits } from './http/limits.ts';
import { buildLimiters } from './http/rate-limiting.ts';
import { toRedactedLog } from './http/logged.ts';
import type { TrustedProxies } from './http/proxies.ts';
import { answerRequestIds, createRequestIds, REQUEST_ID } from './http/request-ids.ts';
import { logRequests } from './http/request-lines.ts';
import { shedLoad } from './http/shedding.ts';
import { checkHeads } from './http/request-head.ts';
import { answerUnserved, noteRoutes } from './http/unserved.ts';
import { validateBodies } from './http/validation.ts';
import { addAnyRoute } from './routes/any.ts';
import { addConfirmationRoute } from './routes/confirmations.ts';
import { addOperationRoutes } from './routes/operation.ts';
import { addReservationRoutes } from './routes/reservations.ts';
import { addSelectionsRoute } from './routes/selections.ts';
import type { Service } from './routes/service.ts';
import { addStandInRoutes } from './routes/stand-in.ts';

/** What fastify is told; all of it has a default. */
export interface AppOptions {
  /** fastify's logger; off by default. It is told no header, no body and no query. */
  readonly logger?: FastifyServerOptions['logger'];
  /** Whose `X-Forwarded-For` and `X-Request-Id` are believed; nobody's by default. */
  readonly trustProxy?: TrustedProxies;
  /** How long a request may take to arrive, in ms. */
  readonly arrivalLimit?: number;
  /** How many connections are open at once. */
  readonly maxConnections?: number;
  /** How late the event loop may be on average, in ms; while it is later, calls are 503. 0 by default: however late. */
  readonly loopDelayLimit?: number;
  /** How long what is under way may take once the service closes, in ms. */
  readonly grace?: number;
}

/** What the routes are built of, but for the limiters, which the app makes. */
export interface AppParts extends Omit<Service, 'limiters'> {
  /** Undefined: there is no limit. */
  readonly rateLimits: RateLimits | undefined;
}

/** Every route of the service, without a port. */
export function buildApp(options: Required<AppOptions>, { rateLimits, ...parts }: AppParts): FastifyInstance {
  const { trustProxy, arrivalLimit } = options;
  const limiters = buildLimiters(rateLimits);
  const app = fastify({
    logger: toRedactedLog(options.logger),
    // Each has one line of ours.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: createRequestIds(trustProxy),
    trustProxy: trustProxy && [...trustProxy],
    bodyLimit: BODY_LIMIT,
    requestTimeout: arrivalLimit,
    http: {
      maxHeaderSize: HEADER_LIMIT,
      headersTimeout: arrivalLimit,
      connectionsCheckingInterval: arrivalLimit,
      // A request without is answered in the contract's shape.
      requireHostHeader: false,
    },
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
    // What still comes on an open connection is answered.
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    frameworkErrors(error, request, reply) {
      // It goes by no hook, and counts all the same.
      limiters.address(request, reply, (refused) => {
        sendError(refused ?? error, request, reply.header(REQUEST_ID, request.id));
      });
    },
  });
  answerErrors(app);
  serveAnyConnection(app, options.maxConnections);
  answerRequestIds(app);
  if (options.logger) logRequests(app);
  countInFlight(app);
  checkHeads(app);
  endConnectionsOnClose(app, options.grace);
  validateBodies(app);
  decorateWithAccount(app);
  const methodsOf = noteRoutes(app);
  app.register(async (scope) => {
    const service: Service = { ...parts, limiters };
    // Whatever is asked, preflights and paths that are not there included.
    scope.addHook('onRequest', limiters.address);
    answerUnserved(scope, methodsOf);
    addOperationRoutes(scope, service);
    await scope.register((calls) => addCalls(calls, service, options.loopDelayLimit));
  });
  return app;
}

/** The routes that do work; whoever asks whether the service lives is not one of their callers. */
async function addCalls(app: FastifyInstance, service: Service, loopDelayLimit: number): Promise<void> {
  await shedLoad(app, loopDelayLimit);
  addAnyRoute(app, service);
  addReservationRoutes(app, service);
  addConfirmationRoute(app, service);
  addStandInRoutes(app, service);
  await app.register((browsers) => addSelectionsRoute(browsers, service), {
    prefix: ENDPOINTS.selections.path,
  });
}

import { fastify, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { ENDPOINTS } from '../contract/index.ts';
import { decorateWithAccount } from './http/authentication.ts';
import { answerClientError, answerErrors, sendError } from './http/error-answers.ts';
import { endConnectionsOnClose } from './http/graceful-close.ts';
import { serveAnyConnection } from './http/connections.ts';
import { countInFlight } from './http/in-flight.ts';
import { ARRIVAL_LIMIT, BODY_LIMIT, HEADER_LIMIT, type RateLimits } from './http/limits.ts';
import { buildLimiters } from './http/rate-limiting.ts';
import { toRedactedLog } from './http/redacted-log.ts';
import { checkHeads } from './http/request-head.ts';
import { answerUnserved, noteRoutes } from './http/unserved.ts';
import { validateBodies } from './http/validation.ts';
import { addAnyRoute } from './routes/any.ts';
import { addConfirmationRoute } from './routes/confirmations.ts';
import { addOperationRoutes } from './routes/operation.ts';
import { addReservationRoutes } from './routes/reservations.ts';
import { addSelectionsRoute } from './routes/selections.ts';
import type { Service } from './routes/service.ts';

/** What fastify is told. */
export interface AppOptions {
  /** fastify's logger; off by default. It is told no header, no body and no query. */
  readonly logger?: FastifyServerOptions['logger'];
  /** Whose `X-Forwarded-For` is believed; nobody's by default. */
  readonly trustProxy?: FastifyServerOptions['trustProxy'];
  /** How long a request may take to arrive, in ms. */
  readonly arrivalLimit?: number;
}

/** What the routes are built of, but for the limiters, which the app makes. */
export interface AppParts extends Omit<Service, 'limiters'> {
  /** Undefined: there is no limit. */
  readonly rateLimits: RateLimits | undefined;
}

/** Every route of the service, without a port. */
export function buildApp(
  { logger = false, trustProxy = false, arrivalLimit = ARRIVAL_LIMIT }: AppOptions,
  { rateLimits, ...parts }: AppParts,
): FastifyInstance {
  const app = fastify({
    logger: toRedactedLog(logger),
    trustProxy,
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
      sendError(error, request, reply);
    },
  });
  answerErrors(app);
  serveAnyConnection(app);
  checkHeads(app);
  countInFlight(app);
  endConnectionsOnClose(app);
  validateBodies(app);
  decorateWithAccount(app);
  const methodsOf = noteRoutes(app);
  app.register(async (scope) => {
    const service: Service = { ...parts, limiters: await buildLimiters(scope, rateLimits) };
    // Whatever is asked, preflights and paths that are not there included.
    scope.addHook('onRequest', service.limiters.address);
    answerUnserved(scope, methodsOf);
    addOperationRoutes(scope, service);
    addAnyRoute(scope, service);
    addReservationRoutes(scope, service);
    addConfirmationRoute(scope, service);
    await scope.register((browsers) => addSelectionsRoute(browsers, service), {
      prefix: ENDPOINTS.selections.path,
    });
  });
  return app;
}

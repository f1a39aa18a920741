import { fastify, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { ENDPOINTS } from '../contract/index.ts';
import { decorateWithAccount } from './http/authentication.ts';
import { answerClientError, answerErrors, sendError } from './http/error-answers.ts';
import { endConnectionsOnClose } from './http/graceful-close.ts';
import { countInFlight } from './http/in-flight.ts';
import { ARRIVAL_LIMIT, BODY_LIMIT, HEADER_LIMIT, type RateLimits } from './http/limits.ts';
import { buildLimiters } from './http/rate-limiting.ts';
import { toRedactedLog } from './http/redacted-log.ts';
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
}

/** What the routes are built of, but for the limiters, which the app makes. */
export interface AppParts extends Omit<Service, 'limiters'> {
  /** Undefined: there is no limit. */
  readonly rateLimits: RateLimits | undefined;
}

/** Every route of the service, without a port. */
export function buildApp(
  { logger = false, trustProxy = false }: AppOptions,
  { rateLimits, ...parts }: AppParts,
): FastifyInstance {
  const app = fastify({
    logger: toRedactedLog(logger),
    trustProxy,
    bodyLimit: BODY_LIMIT,
    requestTimeout: ARRIVAL_LIMIT,
    http: { maxHeaderSize: HEADER_LIMIT, headersTimeout: ARRIVAL_LIMIT },
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
    exposeHeadRoutes: false,
    // What still comes on an open connection is answered.
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    frameworkErrors(error, request, reply) {
      sendError(error, request, reply);
    },
  });
  answerErrors(app);
  countInFlight(app);
  endConnectionsOnClose(app);
  validateBodies(app);
  decorateWithAccount(app);
  app.register(async (scope) => {
    const service: Service = { ...parts, limiters: await buildLimiters(scope, rateLimits) };
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

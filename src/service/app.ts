import { fastify, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { ENDPOINTS } from '../contract/index.ts';
import { AccountDirectory } from './accounts/account-directory.ts';
import type { CatalogueBook } from './catalogue/catalogue-book.ts';
import { type Clock, storeClock } from './clock.ts';
import { decorateWithAccount } from './http/authentication.ts';
import { answerClientError, answerErrors, sendError } from './http/error-answers.ts';
import { endConnectionsOnClose } from './http/graceful-close.ts';
import { countInFlight } from './http/in-flight.ts';
import { ARRIVAL_LIMIT, BODY_LIMIT, HEADER_LIMIT, RATE_LIMITS, type RateLimits } from './http/limits.ts';
import { buildLimiters } from './http/rate-limiting.ts';
import { toRedactedLog } from './http/redacted-log.ts';
import { validateBodies } from './http/validation.ts';
import { IdempotentCalls } from './reservation/index.ts';
import { addAnyRoute } from './routes/any.ts';
import { addConfirmationRoute } from './routes/confirmations.ts';
import { addOperationRoutes } from './routes/operation.ts';
import { addReservationRoutes } from './routes/reservations.ts';
import { addSelectionsRoute } from './routes/selections.ts';
import type { Service } from './routes/service.ts';
import { createTimeOrderedIds } from './store/time-ordered-id.ts';
import type { Store } from './store/store.ts';

/** What a service is built of; all but its store and its catalogues has a default. */
export interface ServiceOptions {
  readonly store: Store;
  /** What the accounts sell; the caller applies catalogues to it, also while it serves. */
  readonly catalogues: CatalogueBook;
  /** The accounts, when the caller changes them while it serves and has to say so. */
  readonly accounts?: AccountDirectory;
  readonly clock?: Clock;
  readonly newId?: () => string;
  /** Requests a minute; false for no limit. */
  readonly rateLimits?: Partial<RateLimits> | false;
  /** How long a request waits for the first with its `Idempotency-Key`, in ms; 5,000 by default. */
  readonly patience?: number;
  /** Where the outside finds this service; where each client has found it, unless told. */
  readonly publicUrl?: string | undefined;
  /** Allows an origin to every account, besides those of the account. */
  readonly allowsOrigin?: (origin: string) => boolean;
  /** fastify's logger; off by default. It is told no header, no body and no query. */
  readonly logger?: FastifyServerOptions['logger'];
  /** Whose `X-Forwarded-For` is believed; nobody's by default. */
  readonly trustProxy?: FastifyServerOptions['trustProxy'];
}

/** The service, without a port: its caller has it listen, or injects requests. */
export function buildService(options: ServiceOptions): FastifyInstance {
  const { store, rateLimits = {}, patience = 5_000, logger = false, trustProxy = false } = options;
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
    const service: Service = {
      store,
      catalogues: options.catalogues,
      clock: options.clock ?? storeClock,
      accounts: options.accounts ?? new AccountDirectory(store),
      calls: new IdempotentCalls(store, { waitLimit: patience }),
      limiters: await buildLimiters(scope, rateLimits ? { ...RATE_LIMITS, ...rateLimits } : undefined),
      newId: options.newId ?? createTimeOrderedIds(),
      publicUrl: options.publicUrl?.replace(/\/$/, ''),
      allowsOrigin: options.allowsOrigin ?? (() => false),
    };
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

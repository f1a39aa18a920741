import type { FastifyInstance } from 'fastify';
import { AccountDirectory } from './accounts/account-directory.ts';
import { buildApp, type AppOptions } from './app.ts';
import type { AccountCatalogue } from './catalogue/account-catalogue.ts';
import { CatalogueBook } from './catalogue/catalogue-book.ts';
import { faultLine } from './catalogue/check-catalogue.ts';
import { type Clock, storeClock } from './clock.ts';
import { GRACE, KEPT_FOR, type KeptFor } from './durations.ts';
import { deliver, type Delivery, type WebhookMessage, type WebhookTarget } from './fulfilment/deliver.ts';
import { OutboxWorker } from './fulfilment/outbox-worker.ts';
import { targetFaults } from './fulfilment/target-faults.ts';
import { isDefect } from './http/error-answers.ts';
import { urlOf } from './http/url-of.ts';
import { tellOfProxies } from './http/proxies.ts';
import { ARRIVAL_LIMIT, MAX_CONNECTIONS, RATE_LIMITS, type RateLimits } from './http/limits.ts';
import { IdempotentCalls } from './idempotency/idempotent-calls.ts';
import type { TestItem } from './reservation/index.ts';
import { settlesWithin } from './settles-within.ts';
import type { Manners } from './routes/service.ts';
import { LOCK_WAIT, type Store } from './store/store.ts';
import { createMetricsServer } from './metrics/metrics-server.ts';
import type { LoadedMetrics } from './metrics/load-metrics.ts';
import { createTimeOrderedIds } from './store/time-ordered-id.ts';
import { Sweeper } from './sweeper.ts';

/** What a service is made of; all but its store has a default. */
export interface ServiceParts extends AppOptions {
  /** Whoever opened it closes it, after the service. */
  readonly store: Store;
  /** Business time; the store's by default. */
  readonly clock?: Clock;
  /** Makes GUIDs of which each is greater than those before it. */
  readonly newId?: () => string;
  /** Requests a minute, where it is not the usual number; false for no limit. */
  readonly rateLimits?: Partial<RateLimits> | false;
  /** How long a request waits for the first with its `Idempotency-Key`, in ms. */
  readonly patience?: number;
  /** Where the outside finds this service; where it listens, unless told. */
  readonly publicUrl?: string | undefined;
  /** Allows an origin to every account, besides those of the account. */
  readonly allowsOrigin?: (origin: string) => boolean;
  /** How the stand-in for Rokt's launcher behaves for accounts that do not say it; as Rokt ships it by default. */
  readonly manners?: Manners | undefined;
  /** What becomes of test items; there are none by default. */
  readonly testItem?: TestItem;
  /** Origins that take messages without https, or on addresses that are not public. */
  readonly webhookAllow?: ReadonlySet<string>;
  /** ms that a provider has for a message, where it is not the usual time. */
  readonly webhookTimeout?: number;
  /** Sends a message to its provider; over the network by default. */
  readonly deliver?: (message: WebhookMessage, target: WebhookTarget) => Promise<Delivery>;
  /** How long rows are kept, where it is not the usual time. */
  readonly keptFor?: Partial<KeptFor>;
  /** Whom the metrics are shown to; nobody by default, and nothing is measured. */
  readonly metrics?: LoadedMetrics | undefined;
  /** Is told what an operator should know; the log by default. */
  readonly report?: (problem: string) => void;
}

/** Where a service listens: on this machine alone unless told another host, on a free port unless told which. */
export interface Place {
  readonly host?: string;
  readonly port?: number;
}

/** An upsell service, with what it works with. */
export interface UpsellService {
  /** Injects requests, and takes plugins until the service listens. */
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly clock: Clock;
  readonly accounts: AccountDirectory;
  readonly catalogues: CatalogueBook;
  readonly outbox: OutboxWorker;
  readonly sweeper: Sweeper;
  /** Tells the operator what to know. */
  readonly report: (problem: string) => void;
  /** `http://host:port` where the metrics have a port of their own and listen. */
  readonly metricsUrl: string | undefined;
  /** `http://host:port` where it listens, without a slash at its end. */
  readonly url: string;
  /**
   * Serves, delivers and sweeps from now on, and gives its URL.
   *
   * @throws {Error} that names the port when it is taken; the service is closed then
   */
  listen(place?: Place): Promise<string>;
  /** Takes nothing new, and resolves once what is under way is done, or the grace over. */
  close(): Promise<void>;
}

/** What the app is told by default. */
export const APP_OPTIONS: Required<AppOptions> = {
  ...{ logger: false, trustProxy: false, grace: GRACE },
  ...{ arrivalLimit: ARRIVAL_LIMIT, maxConnections: MAX_CONNECTIONS, loopDelayLimit: 0 },
};

/** Calls after which a provider has something to hear. */
const TELLING = new Set<string | undefined>(['cart.confirm', 'confirmation.cancel']);

/** A service that does not listen yet: its caller adds catalogues, and plugins to its app, before it has it do so. */
export function createService(parts: ServiceParts): UpsellService {
  const { store, clock = storeClock, newId = createTimeOrderedIds(), rateLimits = {} } = parts;
  const { webhookAllow: allowed = new Set(), patience = LOCK_WAIT } = parts;
  const options = { ...APP_OPTIONS, ...parts };
  const keptFor = { ...KEPT_FOR, ...parts.keptFor };
  const report = parts.report ?? ((problem: string) => app.log.error(problem));
  const catalogues = new CatalogueBook(store, tellOfTargets(allowed, report));
  const accounts = new AccountDirectory(store);
  const publicUrl = parts.publicUrl?.replace(/\/$/, '');
  const app: FastifyInstance = buildApp(options, {
    ...{ store, catalogues, clock, accounts, newId },
    calls: new IdempotentCalls(store, { waitLimit: patience, keptFor: keptFor.answers }),
    rateLimits: rateLimits ? { ...RATE_LIMITS, ...rateLimits } : undefined,
    publicUrl: () => publicUrl ?? urlOf(app.server),
    allowsOrigin: parts.allowsOrigin ?? (() => false),
    offeredFor: keptFor.selections,
    testItem: parts.testItem,
    manners: parts.manners ?? 'shipped',
  });
  const sweeper = new Sweeper({ store, clock, report, keptFor });
  const metrics = parts.metrics?.create({ store, sweepAge: () => sweeper.age });
  const send = parts.deliver ?? overTheNetwork(allowed, parts.webhookTimeout);
  const outbox = new OutboxWorker({
    ...{ store, clock, newId, report },
    targetOf: (accountId, provider) => catalogues.provider(accountId, provider),
    deliver: metrics ? metrics.countDeliveries(send) : send,
  });
  if (!options.trustProxy) tellOfProxies(app, report);
  wakeOnSales(app, outbox);
  // The log has a line of it already.
  if (parts.report) tellOfDefects(app, parts.report);
  const metricsServer = createMetricsServer(app, metrics, parts.metrics);
  const close = async () => {
    const over = performance.now() + options.grace;
    await app.close();
    await metricsServer.close();
    await settlesWithin(Promise.all([outbox.stop(), sweeper.stop()]), over - performance.now());
  };
  return {
    ...{ app, store, clock, accounts, catalogues, outbox, sweeper, report, close },
    get url() {
      return urlOf(app.server);
    },
    get metricsUrl() {
      return metricsServer.url;
    },
    async listen({ host = '127.0.0.1', port = 0 } = {}) {
      try {
        await metricsServer.listen();
        await app.listen({ host, port });
      } catch (error) {
        await close();
        throw error;
      }
      outbox.start();
      sweeper.start();
      return urlOf(app.server);
    },
  };
}

function overTheNetwork(allowed: ReadonlySet<string>, timeout: number | undefined) {
  return (message: WebhookMessage, target: WebhookTarget) => deliver(message, target, { allowed, timeout });
}

/** Tells an operator of each provider whose messages all fail, as its catalogue is served. */
function tellOfTargets(allowed: ReadonlySet<string>, report: (problem: string) => void) {
  return ({ accountId, providers }: AccountCatalogue) => {
    for (const fault of targetFaults(providers, allowed))
      report(`account ${accountId}: ${faultLine(fault)}; its messages fail`);
  };
}

function wakeOnSales(app: FastifyInstance, outbox: OutboxWorker): void {
  app.addHook('onResponse', (request, _reply, done) => {
    if (TELLING.has(request.routeOptions.config.operationId)) outbox.wake();
    done();
  });
}

function tellOfDefects(app: FastifyInstance, report: (problem: string) => void): void {
  app.addHook('onError', (request, _reply, error, done) => {
    if (isDefect(error, request)) report(`${request.method} ${request.url.split('?')[0]}: ${error.message}`);
    done();
  });
}

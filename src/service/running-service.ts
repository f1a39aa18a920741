import type { FastifyInstance } from 'fastify';
import { AccountDirectory } from './accounts/account-directory.ts';
import { buildService, type ServiceOptions } from './app.ts';
import type { AccountCatalogue } from './catalogue/account-catalogue.ts';
import { CatalogueBook } from './catalogue/catalogue-book.ts';
import { storeClock } from './clock.ts';
import { deliver, type Delivery, type WebhookMessage, type WebhookTarget } from './fulfilment/deliver.ts';
import { OutboxWorker } from './fulfilment/outbox-worker.ts';
import { isDefect } from './http/error-answers.ts';
import { type Server, startServer } from './server.ts';
import { createSweeper, type Sweeper } from './sweeper.ts';
import type { Store } from './store/store.ts';
import { createTimeOrderedIds } from './store/time-ordered-id.ts';

/** What {@link runService} can be told; all of it has a default. */
export interface RunOptions extends Omit<ServiceOptions, 'catalogues' | 'accounts' | 'store'> {
  readonly host?: string;
  readonly port?: number;
  /** Origins that take messages without https, or on addresses that are not public. */
  readonly webhookAllow?: ReadonlySet<string>;
  /** What the accounts sell from the first request on. */
  readonly sold?: readonly AccountCatalogue[];
  /** Is told what an operator should know. */
  readonly report?: (problem: string) => void;
  /** Adds to the app before it listens. */
  readonly extend?: (app: FastifyInstance) => void;
  /** Sends a message in place of the usual way. */
  readonly send?: (
    message: WebhookMessage,
    target: WebhookTarget,
    usual: () => Promise<Delivery>,
  ) => Promise<Delivery>;
}

/** A service that listens, sweeps and delivers. */
export interface RunningService {
  readonly url: string;
  readonly store: Store;
  readonly accounts: AccountDirectory;
  readonly catalogues: CatalogueBook;
  readonly outbox: OutboxWorker;
  readonly sweeper: Sweeper;
  /** Takes nothing new, ends what is under way, and closes the store. */
  close(): Promise<void>;
}

/** Calls after which a provider has something to hear. */
const TELLING = new Set<string | undefined>(['cart.confirm', 'confirmation.cancel']);

/**
 * Runs a service over `store`, which it closes at its end; more catalogues, and accounts, are the caller's to add.
 *
 * @throws {StockError} when a catalogue has less of a product than is held or sold
 * @throws {Error} that names the port when it is taken
 */
export async function runService(store: Store, options: RunOptions): Promise<RunningService> {
  const { clock = storeClock, newId = createTimeOrderedIds(), report = () => undefined } = options;
  const { webhookAllow: allowed = new Set() } = options;
  const catalogues = new CatalogueBook();
  const accounts = new AccountDirectory(store);
  const app = buildService({ ...options, store, catalogues, accounts, clock, newId });
  options.extend?.(app);
  const outbox = new OutboxWorker({
    store,
    clock,
    newId,
    report,
    targetOf: (accountId, provider) => catalogues.of(accountId).providers[provider],
    deliver(message, target) {
      const usual = () => deliver(message, target, { allowed });
      return options.send?.(message, target, usual) ?? usual();
    },
  });
  const sweeper = createSweeper({ store, clock, report });
  app.addHook('onResponse', (request, _reply, done) => {
    if (TELLING.has(request.routeOptions.config.operationId)) outbox.wake();
    done();
  });
  app.addHook('onError', (request, _reply, error, done) => {
    if (isDefect(error)) report(`${request.method} ${request.url.split('?')[0]}: ${error.message}`);
    done();
  });
  const stopWork = () => Promise.all([outbox.stop(), sweeper.stop()]);
  let server: Server;
  try {
    await catalogues.apply(store, ...(options.sold ?? []));
    server = await startServer(app, options);
  } catch (error) {
    await stopWork();
    await store.close();
    throw error;
  }
  return {
    url: server.url,
    store,
    accounts,
    catalogues,
    outbox,
    sweeper,
    async close() {
      await server.close();
      await stopWork();
      await store.close();
    },
  };
}

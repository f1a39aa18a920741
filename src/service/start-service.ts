import type { DevAccount, DevAccountOptions } from './dev/dev-account.ts';
import { askForNode } from './needed-node.ts';

/** What {@link startService} can be told; all of it has a default. */
export interface StartOptions {
  /** What the first account sells, as a catalogue file; a demo catalogue with test items without. */
  readonly catalogue?: unknown;
  /** A free port without. */
  readonly port?: number;
  /** Path of a SQLite database that stays, or `postgres://…`; one in memory without. */
  readonly db?: string;
  /** Origins that may be told of sales without https. */
  readonly webhookAllow?: readonly string[];
}

/** A service in this process, for tests. It is the first account's as well: key `skeletonkey`, account `222`. */
export interface StartedService extends DevAccount {
  /** `http://127.0.0.1:port`, without a slash at its end. */
  readonly url: string;
  /** A fresh account: one for each test, so that tests can run side by side. */
  account(options?: DevAccountOptions): Promise<DevAccount>;
  /** Ends what is under way and stops. */
  stop(): Promise<void>;
}

/**
 * Starts an upsell service on this machine, without limits, with clocks and faults to play with.
 *
 * @throws {CatalogueError} that names each fault of the catalogue
 * @throws {Error} when the port is taken, the database cannot be opened, or this Node is older than 22.13
 */
export async function startService({
  db = ':memory:',
  ...options
}: StartOptions = {}): Promise<StartedService> {
  askForNode('startService()');
  // Loaded here: on an older Node the import of its database would fail before anything can be said.
  const [{ startDevService }, { openStore }] = await Promise.all([
    import('./dev/dev-service.ts'),
    import('./store/open-store.ts'),
  ]);
  const store = await openStore(db);
  try {
    const service = await startDevService(store, options);
    return {
      ...service.first,
      url: service.url,
      account: (asked) => service.account(asked),
      stop: () => service.close().then(() => store.close()),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

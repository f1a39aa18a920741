import pg from 'pg';
import { GuardedTransaction } from './guarded-transaction.ts';
import { LockWaits } from './lock-waits.ts';
import { migrate } from './migrate.ts';
import { usePgDump } from './pg-dump.ts';
import { PostgresStatements } from './postgres-statements.ts';
import { begin, inTransaction, type TransactionPlace, tryAgain } from './postgres-transaction.ts';
import { types } from './postgres-types.ts';
import {
  LOCK_WAIT,
  QUEUE_LIMIT,
  queueIsFull,
  type Store,
  type StoreOptions,
  type Transaction,
} from './store.ts';

/** Which database, and what time it is there. */
export interface PostgresOptions extends StoreOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** What to call it, without its password. */
  readonly name: string;
}

/** Whoever brings the tables up to date has this lock; others wait. */
const MIGRATING = 7_658_001;

/** ms that a connection may take to be made. */
const CONNECT_WITHIN = 10_000;

/**
 * A store in a PostgreSQL database, which several instances may share; its tables are made or brought up to date first.
 *
 * @throws {Error} one line that names the database without its password, when it cannot be used
 */
export async function createPostgresStore(options: PostgresOptions): Promise<Store> {
  const { url, name, now, queueLimit = QUEUE_LIMIT, lockWait = LOCK_WAIT } = options;
  const pool = new pg.Pool({
    connectionString: url,
    types,
    connectionTimeoutMillis: CONNECT_WITHIN,
    application_name: 'rokt-upsell',
  });
  // A connection that breaks while nobody uses it is replaced; one in use fails its statement, the next one where it is
  // between two. Nobody has to hear of it besides: an error event without a listener would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const place = { pool, now, lockWait, waits: new LockWaits(pool.options.max) };
  try {
    await expectDurable(pool);
    await inTransaction(
      place,
      (tx) => migrate(tx),
      `SET LOCAL lock_timeout = 0; SELECT pg_advisory_xact_lock(${MIGRATING});`,
    );
  } catch (error) {
    await pool.end();
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
  }
  return openStore(place, { url, queueLimit, name });
}

/**
 * What `work` reads of a database, as it is at one moment, also while instances serve it; what writes is refused.
 *
 * @throws {Error} one line that names the database without its password, when it cannot be read
 */
export async function readPostgres<Result>(
  { url, name }: Pick<PostgresOptions, 'url' | 'name'>,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: url,
    types,
    connectionTimeoutMillis: CONNECT_WITHIN,
    application_name: 'rokt-upsell',
  });
  // A connection that breaks fails its statement.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const time = await begin(client, 'REPEATABLE READ READ ONLY');
    return await new GuardedTransaction(new PostgresStatements(client), () => time).do(work);
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
  } finally {
    await client.end();
  }
}

function openStore(
  place: TransactionPlace,
  { url, queueLimit, name }: Pick<PostgresOptions, 'url' | 'name'> & { readonly queueLimit: number },
): Store {
  const { pool } = place;
  const underWay = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;
  return {
    get waiting() {
      return pool.waitingCount;
    },
    async transaction(work) {
      if (closed) throw new Error(`${name}: the store is closed`);
      if (pool.waitingCount >= queueLimit) throw queueIsFull(queueLimit);
      const done = tryAgain(() => inTransaction(place, work));
      const settled = done.catch(() => undefined).finally(() => underWay.delete(settled));
      underWay.add(settled);
      return done;
    },
    backup(file) {
      return Promise.reject(usePgDump(url, file));
    },
    close() {
      closed ??= Promise.all(underWay).then(() => pool.end());
      return closed;
    },
  };
}

/** @throws {Error} when an answer could be given for what a crash would undo */
async function expectDurable(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ synchronous_commit: string }>('SHOW synchronous_commit');
  if (rows[0]?.synchronous_commit !== 'off') return;
  throw new Error('expected synchronous_commit to be on, got off');
}

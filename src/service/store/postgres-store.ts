import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { GuardedTransaction } from './guarded-transaction.ts';
import { migrate } from './migrate.ts';
import { isOf, PostgresStatements } from './postgres-statements.ts';
import { types } from './postgres-types.ts';
import {
  LOCK_WAIT,
  QUEUE_LIMIT,
  queueIsFull,
  type Store,
  StoreBusyError,
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

/** The order of two transactions was not possible: run again, one of them may be. */
const TRY_AGAIN = ['40001', '40P01'];
const TRIES = 5;
/** ms before the second try at most; twice that before the third, and so on. */
const PAUSE = 20;

/** Whoever brings the tables up to date has this lock; others wait. */
const MIGRATING = 7_658_001;

/** ms that a connection may take to be made, and that one may lie idle in a transaction. */
const CONNECT_WITHIN = 10_000;
const IDLE_WITHIN = 30_000;

const CLOCK = 'SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS now';

/**
 * A store in a PostgreSQL database, which several instances may share; its tables are made or brought up to date first.
 *
 * @throws {Error} one line that names the database without its password, when it cannot be used
 */
export async function createPostgresStore(options: PostgresOptions): Promise<Store> {
  const { url, name, now, queueLimit = QUEUE_LIMIT } = options;
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
  try {
    await expectDurable(pool);
    await inTransaction(
      pool,
      now,
      (tx) => migrate(tx),
      `SET LOCAL lock_timeout = 0; SELECT pg_advisory_xact_lock(${MIGRATING});`,
    );
  } catch (error) {
    await pool.end();
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
  }
  return openStore(pool, { now, queueLimit, name });
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
  pool: pg.Pool,
  { now, queueLimit, name }: Pick<PostgresOptions, 'now' | 'name'> & { readonly queueLimit: number },
): Store {
  const underWay = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;
  return {
    get waiting() {
      return pool.waitingCount;
    },
    async transaction(work) {
      if (closed) throw new Error(`${name}: the store is closed`);
      if (pool.waitingCount >= queueLimit) throw queueIsFull(queueLimit);
      const done = tryAgain(() => inTransaction(pool, now, work));
      const settled = done.catch(() => undefined).finally(() => underWay.delete(settled));
      underWay.add(settled);
      return done;
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

/** Runs `attempt` again, a few times, where PostgreSQL has refused it for another transaction's sake. */
async function tryAgain<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      if (count === TRIES || !isOf(error, ...TRY_AGAIN)) throw error;
      await sleep(Math.random() * PAUSE * 2 ** (count - 1));
    }
  }
}

/**
 * Runs `work` in a transaction of its own. READ COMMITTED, by name: each statement sees what was committed before it, so
 * what is read after a lock is what the transaction before has left.
 */
async function inTransaction<Result>(
  pool: pg.Pool,
  now: (() => number) | undefined,
  work: (tx: Transaction) => Promise<Result>,
  first = '',
): Promise<Result> {
  const client = await connect(pool);
  let broken: Error | undefined;
  try {
    const time = await begin(client, 'READ COMMITTED READ WRITE', first);
    const result = await new GuardedTransaction(new PostgresStatements(client), now ?? (() => time)).do(work);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** @throws {StoreBusyError} when every connection is in use for too long */
async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    // It has no code.
    if (!/timeout exceeded/.test((error as Error).message)) throw error;
    throw new StoreBusyError('transaction: every connection is in use', { cause: error });
  }
}

/** Begins a transaction, and gives the database's time, all in one round trip. */
async function begin(client: pg.ClientBase, mode: string, first = ''): Promise<number> {
  const results = (await client.query(
    `BEGIN ISOLATION LEVEL ${mode}; SET LOCAL lock_timeout = ${LOCK_WAIT};
    SET LOCAL idle_in_transaction_session_timeout = ${IDLE_WITHIN}; ${first} ${CLOCK}`,
  )) as unknown as readonly pg.QueryResult<{ now: number }>[];
  const time = results.at(-1)?.rows[0]?.now;
  if (time === undefined) throw new Error('expected the time of the database, got none');
  return time;
}

/** Why the connection cannot be used again; undefined where it can. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { GuardedTransaction } from './guarded-transaction.ts';
import { isOf, PostgresStatements } from './postgres-statements.ts';
import type { LockWaits } from './lock-waits.ts';
import { LOCK_WAIT, StoreBusyError, StoreLostError, type Transaction } from './store.ts';

/** The order of two transactions was not possible: run again, one of them may be. */
const TRY_AGAIN = ['40001', '40P01'];
const TRIES = 5;
/** ms before the second try at most; twice that before the third, and so on. */
const PAUSE = 20;

/** ms that a connection may lie idle in a transaction. */
const IDLE_WITHIN = 30_000;

const CLOCK = 'SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS now';

/** Runs `attempt` again, a few times, where PostgreSQL has refused it for another transaction's sake. */
export async function tryAgain<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      if (count === TRIES || !isOf(error, ...TRY_AGAIN)) throw error;
      await sleep(Math.random() * PAUSE * 2 ** (count - 1));
    }
  }
}

/** Where transactions are, and how long they wait for each other. */
export interface TransactionPlace {
  readonly pool: pg.Pool;
  readonly waits: LockWaits;
  /** ms that a statement waits for a row, at most. */
  readonly lockWait: number;
  /** Business time, where it is not the database's. */
  readonly now: (() => number) | undefined;
}

/**
 * Runs `work` in a transaction of its own. READ COMMITTED, by name: each statement sees what was committed before it, so
 * what is read after a lock is what the transaction before has left.
 *
 * @throws {StoreLostError} where the connection is lost, or there is none to be had
 */
export async function inTransaction<Result>(
  { pool, waits, lockWait, now }: TransactionPlace,
  work: (tx: Transaction) => Promise<Result>,
  first = '',
): Promise<Result> {
  const client = await connect(pool);
  let broken: Error | undefined;
  let isCommitting = false;
  try {
    const patience = waits.patienceAt(pool.totalCount - pool.idleCount, lockWait);
    const time = await begin(client, 'READ COMMITTED READ WRITE', patience, first);
    const statements = new PostgresStatements(client, waits);
    const result = await new GuardedTransaction(statements, now ?? (() => time)).do(work);
    isCommitting = true;
    await client.query('COMMIT');
    return result;
  } catch (error) {
    broken = await rollBack(client);
    throw isLost(error) ? new StoreLostError(isCommitting, error) : error;
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
    if (/timeout exceeded/.test((error as Error).message))
      throw new StoreBusyError('transaction: every connection is in use', { cause: error });
    throw isLost(error) ? new StoreLostError(false, error) : error;
  }
}

/**
 * What PostgreSQL says as it lets go of a connection, or takes none: it stops, starts or has too many. Class 08 and those of the
 * network come as well; what the driver says of a connection that is gone has no code.
 */
const LOST =
  /^(08...|57P0[1-5]|25P03|53300|E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN))$/;
const GONE = /^Connection terminated|^Client has encountered a connection error/;

function isLost(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (typeof code === 'string' && LOST.test(code)) || (typeof message === 'string' && GONE.test(message));
}

/** Begins a transaction, and gives the database's time, all in one round trip. */
export async function begin(
  client: pg.ClientBase,
  mode: string,
  lockWait = LOCK_WAIT,
  first = '',
): Promise<number> {
  const results = (await client.query(
    `BEGIN ISOLATION LEVEL ${mode}; SET LOCAL lock_timeout = ${lockWait};
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

import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { GuardedTransaction } from './guarded-transaction.ts';
import { isOf, PostgresStatements } from './postgres-statements.ts';
import { LOCK_WAIT, StoreBusyError, type Transaction } from './store.ts';

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

/**
 * Runs `work` in a transaction of its own. READ COMMITTED, by name: each statement sees what was committed before it, so
 * what is read after a lock is what the transaction before has left.
 */
export async function inTransaction<Result>(
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
export async function begin(client: pg.ClientBase, mode: string, first = ''): Promise<number> {
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

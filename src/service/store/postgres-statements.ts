import pg from 'pg';
import type { Statements } from './guarded-transaction.ts';
import type { LockWaits } from './lock-waits.ts';
import { checkValues, expectNoRows, readSqlText, type SqlText } from './sql-text.ts';
import { AccountGoneError, StoreBusyError, type SqlValue } from './store.ts';

/** PostgreSQL's codes for a lock that was not to be had in time, and for a reference to what is not there. */
const LOCK_NOT_AVAILABLE = '55P03';
const FOREIGN_KEY_VIOLATION = '23503';

interface Known {
  readonly sql: SqlText;
  /** Under which each connection keeps it prepared. */
  readonly name: string;
}

/** What this process has asked so far, by its text. */
const known = new Map<string, Known>();

/** Runs SQL on one connection; each text is prepared once and kept, so texts are constants and values are bound. */
export class PostgresStatements implements Statements {
  readonly #client: pg.ClientBase;
  readonly #waits: LockWaits | undefined;

  /** @param waits those of the pool that the connection is of */
  constructor(client: pg.ClientBase, waits?: LockWaits) {
    this.#client = client;
    this.#waits = waits;
  }

  async all(text: string, values: readonly SqlValue[]): Promise<unknown[]> {
    const { rows } = await this.#query(read(text), values);
    return rows as unknown[];
  }

  async run(text: string, values: readonly SqlValue[]): Promise<number> {
    const asked = read(text);
    expectNoRows(asked.sql);
    const { rowCount } = await this.#query(asked, values);
    return rowCount ?? 0;
  }

  /** Other transactions may still refer to the rows: a foreign key to them is no change. */
  lock(text: string, values: readonly SqlValue[]): Promise<unknown[]> {
    return this.#lock(`${text} FOR NO KEY UPDATE`, values);
  }

  lockToDelete(text: string, values: readonly SqlValue[]): Promise<unknown[]> {
    return this.#lock(`${text} FOR UPDATE`, values);
  }

  #lock(text: string, values: readonly SqlValue[]): Promise<unknown[]> {
    if (!this.#waits) return this.all(text, values);
    return this.#waits.during(this.all(this.#waits.isJammed ? `${text} NOWAIT` : text, values));
  }

  async #query({ sql, name }: Known, values: readonly SqlValue[]): Promise<pg.QueryResult> {
    checkValues(sql, values);
    try {
      return await this.#client.query({ name, text: sql.text, values: [...values] });
    } catch (error) {
      if (isOf(error, FOREIGN_KEY_VIOLATION)) throw new AccountGoneError(error);
      if (!isOf(error, LOCK_NOT_AVAILABLE)) throw error;
      throw new StoreBusyError('transaction: another one has had its rows for too long', { cause: error });
    }
  }
}

function read(text: string): Known {
  let asked = known.get(text);
  if (asked === undefined) {
    asked = { sql: readSqlText(text), name: `upsell-${known.size}` };
    known.set(text, asked);
  }
  return asked;
}

/** Whether PostgreSQL has refused something with one of these codes. */
export function isOf(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof pg.DatabaseError && codes.includes(error.code ?? '');
}

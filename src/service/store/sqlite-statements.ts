import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Statements } from './guarded-transaction.ts';
import { checkValues, expectNoRows, NAMED, readSqlText, type SqlText } from './sql-text.ts';
import { AccountGoneError, type SqlValue } from './store.ts';

/** SQLite's code for a reference to what is not there. */
const FOREIGN_KEY_VIOLATION = 787;

interface Prepared {
  readonly sql: SqlText;
  readonly statement: StatementSync;
  /** Which value each question mark takes, where that is not one after another. */
  readonly order: readonly number[] | undefined;
}

/** Runs SQL on `database`; each text is prepared once and kept, so texts are constants and values are bound. */
export class SqliteStatements implements Statements {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The rows that `text` gives. */
  all(text: string, values: readonly SqlValue[]): unknown[] {
    const prepared = this.#prepare(text);
    try {
      return prepared.statement.all(...bound(prepared, values));
    } catch (error) {
      throw toStoreError(error);
    }
  }

  /** Only reads: the database runs one transaction at a time. */
  lock(text: string, values: readonly SqlValue[]): unknown[] {
    return this.all(text, values);
  }

  lockToDelete(text: string, values: readonly SqlValue[]): unknown[] {
    return this.all(text, values);
  }

  /**
   * How many rows `text` has changed.
   *
   * @throws {TypeError} when it gives rows: Node 22 then tells the count of an earlier statement
   */
  run(text: string, values: readonly SqlValue[]): number {
    const prepared = this.#prepare(text);
    expectNoRows(prepared.sql);
    try {
      return Number(prepared.statement.run(...bound(prepared, values)).changes);
    } catch (error) {
      throw toStoreError(error);
    }
  }

  #prepare(text: string): Prepared {
    let prepared = this.#prepared.get(text);
    if (prepared === undefined) {
      prepared = prepare(this.#database, text);
      this.#prepared.set(text, prepared);
    }
    return prepared;
  }
}

function toStoreError(error: unknown): unknown {
  const { errcode } = error as { errcode?: unknown };
  return errcode === FOREIGN_KEY_VIOLATION ? new AccountGoneError(error) : error;
}

/** With question marks for `$1`, `$2`, …: node:sqlite looks each name up in the statement, for each value of each call. */
function prepare(database: DatabaseSync, text: string): Prepared {
  const sql = readSqlText(text);
  const order = Array.from(text.matchAll(NAMED), ([, digits]) => Number(digits) - 1);
  const isInOrder = order.every((value, index) => value === index);
  const statement = database.prepare(text.replace(NAMED, '?'));
  return { sql, statement, order: isInOrder ? undefined : order };
}

/** `values` as the question marks of a statement take them. */
function bound({ sql, order }: Prepared, values: readonly SqlValue[]): readonly SqlValue[] {
  checkValues(sql, values);
  return order?.map((index) => values[index] ?? null) ?? values;
}

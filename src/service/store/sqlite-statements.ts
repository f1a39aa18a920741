import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Statements } from './guarded-transaction.ts';
import { checkValues, expectNoRows, readSqlText, type SqlText } from './sql-text.ts';
import type { SqlValue } from './store.ts';

interface Prepared {
  readonly sql: SqlText;
  readonly statement: StatementSync;
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
    const { sql, statement } = this.#prepare(text);
    return statement.all(bound(sql, values));
  }

  /** Only reads: the database runs one transaction at a time. */
  lock(text: string, values: readonly SqlValue[]): unknown[] {
    return this.all(text, values);
  }

  /**
   * How many rows `text` has changed.
   *
   * @throws {TypeError} when it gives rows: Node 22 then tells the count of an earlier statement
   */
  run(text: string, values: readonly SqlValue[]): number {
    const { sql, statement } = this.#prepare(text);
    expectNoRows(sql);
    return Number(statement.run(bound(sql, values)).changes);
  }

  #prepare(text: string): Prepared {
    let prepared = this.#prepared.get(text);
    if (prepared === undefined) {
      prepared = { sql: readSqlText(text), statement: this.#database.prepare(text) };
      this.#prepared.set(text, prepared);
    }
    return prepared;
  }
}

/** `values` as node:sqlite binds them, by name. */
function bound(sql: SqlText, values: readonly SqlValue[]): Record<string, SqlValue> {
  checkValues(sql, values);
  return Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]));
}

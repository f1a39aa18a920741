import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { boundValues, countPlaceholders } from './bound-values.ts';
import type { SqlValue } from './store.ts';

interface Prepared {
  readonly statement: StatementSync;
  readonly count: number;
  readonly givesRows: boolean;
}

/** Runs SQL on `database`; each text is prepared once and kept, so texts are constants and values are bound. */
export class SqliteStatements {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The rows that `sql` gives. */
  all(sql: string, values: readonly SqlValue[]): unknown[] {
    const { statement, count } = this.#prepare(sql);
    return statement.all(boundValues(sql, count, values));
  }

  /**
   * How many rows `sql` has changed.
   *
   * @throws {TypeError} when `sql` gives rows: Node 22 then tells the count of an earlier statement
   */
  run(sql: string, values: readonly SqlValue[]): number {
    const { statement, count, givesRows } = this.#prepare(sql);
    if (givesRows) throw new TypeError(`SQL: expected a text that gives no rows, got: ${sql}`);
    return Number(statement.run(boundValues(sql, count, values)).changes);
  }

  #prepare(sql: string): Prepared {
    let prepared = this.#prepared.get(sql);
    if (prepared === undefined) {
      prepared = {
        statement: this.#database.prepare(sql),
        count: countPlaceholders(sql),
        givesRows: /^\s*(?:SELECT|WITH|PRAGMA)\b|\bRETURNING\b/i.test(sql),
      };
      this.#prepared.set(sql, prepared);
    }
    return prepared;
  }
}
